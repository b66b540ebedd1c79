package org.kith.directory.hsdsapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;

/** A stream never runs ahead of who reads it, and ends when nobody does. */
@DirectoryTest
class StreamTest {
    private static final long AHEAD = 32L << 20;

    @TestHTTPResource("/endless")
    URI endless;

    @Test
    void waitsForASlowClientAndEndsWithOneThatLeaves() throws IOException {
        long before = EndlessStream.PIECES.get();
        try (Socket client = new Socket(endless.getHost(), endless.getPort())) {
            client.getOutputStream()
                    .write("GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            await().until(() -> EndlessStream.PIECES.get() > before);
            awaitStandstill();
            long unread = bytes(before);
            assertThat(unread)
                    .as("bytes written to a client that reads nothing")
                    .isLessThan(AHEAD);
            InputStream in = client.getInputStream();
            long read = in.readNBytes((int) (2 * AHEAD)).length;
            awaitStandstill();
            long ahead = bytes(before) - read;
            System.out.printf("%d bytes before the first was read, %d ahead after %d%n", unread, ahead, read);
            assertThat(ahead).as("bytes written and not read").isBetween(-AHEAD, AHEAD);
            assertThat(bytes(before)).as("bytes written once somebody reads").isGreaterThan(unread);
        }
        awaitStandstill();
        long ended = EndlessStream.PIECES.get();
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(3))
                .until(() -> EndlessStream.PIECES.get() == ended);
    }

    private static long bytes(long before) {
        return (EndlessStream.PIECES.get() - before) * EndlessStream.PIECE_BYTES;
    }

    private static void awaitStandstill() {
        long[] last = {-1};
        await().pollInterval(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    long now = EndlessStream.PIECES.get();
                    boolean still = now == last[0];
                    last[0] = now;
                    return still;
                });
    }
}
