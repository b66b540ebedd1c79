package org.kith.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
    private static final String LONG = "0123456789".repeat(10_000);

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/whole", 200, LONG.length(), LONG);
        answer("/chunked", 200, 0, LONG);
        answer("/missing", 404, 4, "gone");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsBodiesOfEveryShapeOverOneConnection() throws IOException {
        try (HttpConnection connection = new HttpConnection(server.getAddress().getPort())) {
            for (String path : new String[] {"/whole", "/chunked", "/whole"}) {
                HttpConnection.Answer answer = connection.ask(HttpConnection.get(path));
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).asString(StandardCharsets.US_ASCII).isEqualTo(LONG);
            }
            assertThat(connection.ask(HttpConnection.get("/missing")).status()).isEqualTo(404);
        }
    }

    private void answer(String path, int status, long length, String body) {
        server.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, length);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
    }
}
