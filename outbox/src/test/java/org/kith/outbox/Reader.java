package org.kith.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads a topic from its beginning, as a consumer of ours would see it. */
final class Reader implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Queue<Received> received = new ArrayDeque<>();

    @SuppressWarnings("ArrayRecordComponent")
    record Received(String key, byte @Nullable [] value, Map<String, String> headers) {
        String header(String name) {
            String value = headers.get(name);
            if (value == null) {
                throw new AssertionError("No header " + name + " among " + headers.keySet());
            }
            return value;
        }

        long sequence() {
            return Long.parseLong(header(CloudEvents.SEQUENCE));
        }
    }

    Reader(Map<String, Object> kafka, String topic) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The next event of any key. */
    Received next() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (received.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("No event came");
            }
            consumer.poll(Duration.ofMillis(200)).forEach(record -> received.add(received(record)));
        }
        return received.remove();
    }

    /** The next event of the key; those of other keys are passed over. */
    Received next(String key) {
        while (true) {
            Received event = next();
            if (event.key().equals(key)) {
                return event;
            }
        }
    }

    private static Received received(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new Received(record.key(), record.value(), headers);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
