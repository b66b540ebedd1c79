package org.kith.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks whether a topic holds something newer of a dead letter's key. In a compacted topic the last record of a key is the
 * one that stays: an old one sent again would take the place of the newer.
 */
final class NewerRecords implements AutoCloseable {
    private static final String PARTITION = "dead-letter-partition";
    private static final String OFFSET = "dead-letter-offset";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;

    NewerRecords(Map<String, Object> settings, String topic) {
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.topic = topic;
    }

    /** Reads the topic from where the dead letter came from to its end. */
    boolean supersede(ConsumerRecord<byte[], byte[]> deadLetter) {
        TopicPartition partition = new TopicPartition(topic, (int) number(deadLetter, PARTITION));
        consumer.assign(List.of(partition));
        consumer.seek(partition, number(deadLetter, OFFSET));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long sequence = number(deadLetter, CloudEvents.SEQUENCE);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                if (Arrays.equals(record.key(), deadLetter.key()) && number(record, CloudEvents.SEQUENCE) > sequence) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Zero where a header is missing: then the whole of the first partition is read, and nothing is older. */
    private static long number(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        try {
            return header == null ? 0 : Long.parseLong(new String(header.value(), UTF_8));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
