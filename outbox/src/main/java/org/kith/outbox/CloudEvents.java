package org.kith.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode: the attributes are headers, the value is the data alone. */
public final class CloudEvents {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String PARTITION_KEY = "ce_partitionkey";

    /** A decimal number, rising per key. */
    public static final String SEQUENCE = "ce_sequence";

    public static final String CONTENT_TYPE = "content-type";

    private static final String JSON = "application/json";

    private CloudEvents() {}

    /** The full type of an event: {@code org.kith.attempt.accepted.v1} for {@code attempt.accepted}. */
    public static String type(String event) {
        return "org.kith." + event + ".v1";
    }

    static ProducerRecord<String, byte @Nullable []> record(OutboxRow row, String source) {
        var record = new ProducerRecord<String, byte @Nullable []>(row.topic(), row.key(), row.data());
        add(record, SPEC_VERSION, "1.0");
        add(record, ID, row.eventId().toString());
        add(record, SOURCE, source);
        add(record, TYPE, row.type());
        add(record, TIME, row.occurredAt().toString());
        add(record, SUBJECT, row.subject());
        add(record, PARTITION_KEY, row.key());
        add(record, SEQUENCE, Long.toString(row.sequence()));
        // A tombstone has no content to have a type.
        add(record, CONTENT_TYPE, row.data() == null ? null : JSON);
        return record;
    }

    private static void add(ProducerRecord<?, ?> record, String name, @Nullable String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(UTF_8));
        }
    }
}
