package org.kith.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private final UUID id = UUID.randomUUID();
    private final Instant time = Instant.parse("2026-11-23T16:20:00.123Z");
    private final OutboxRow row =
            new OutboxRow(1, id, "topic", "key", CloudEvents.type("test.changed"), null, 7, time, new byte[0]);

    @Test
    void readsWhatTheRelayWrites() {
        var headers = CloudEvents.record(row, "/referral-service").headers();
        assertThat(Envelope.of(headers))
                .isEqualTo(new Envelope(id.toString(), "org.kith.test.changed.v1", "/referral-service", 7, time, null));
    }

    @Test
    void saysWhichHeaderIsMissingOrUnreadable() {
        assertThatThrownBy(() -> Envelope.of(new RecordHeaders())).hasMessageContaining("ce_sequence is missing");
        var headers = CloudEvents.record(row, "/referral-service").headers();
        headers.add(CloudEvents.SEQUENCE, "seven".getBytes(UTF_8));
        assertThatThrownBy(() -> Envelope.of(headers)).isInstanceOf(IllegalArgumentException.class);
    }
}
