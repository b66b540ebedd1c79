package org.kith.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What the headers of a received record say of its event. */
public record Envelope(
        String id,
        String type,
        String source,
        long sequence,
        @Nullable Instant time,
        @Nullable String subject) {

    /**
     * Reads the headers of a record.
     *
     * @throws IllegalArgumentException where they are not those of one of our events: such a record is poison
     */
    public static Envelope of(Headers headers) {
        String sequence = required(headers, CloudEvents.SEQUENCE);
        String time = optional(headers, CloudEvents.TIME);
        try {
            return new Envelope(
                    required(headers, CloudEvents.ID),
                    required(headers, CloudEvents.TYPE),
                    required(headers, CloudEvents.SOURCE),
                    Long.parseLong(sequence),
                    time == null ? null : Instant.parse(time),
                    optional(headers, CloudEvents.SUBJECT));
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IllegalArgumentException("A header of the event cannot be read: " + e.getMessage(), e);
        }
    }

    private static String required(Headers headers, String name) {
        String value = optional(headers, name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("The header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String optional(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
