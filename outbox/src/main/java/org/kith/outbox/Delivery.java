package org.kith.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends rows to Kafka in rounds, in which no key has more than one event in flight. */
final class Delivery implements AutoCloseable {
    private final KafkaProducer<String, byte @Nullable []> producer;
    private final String source;

    /** What Kafka acknowledged of a round, and the first failure, if any. */
    record Outcome(List<Long> acknowledged, @Nullable Exception failure) {}

    Delivery(Map<String, Object> kafka, String source, Duration timeout) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis() / 3);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout.toMillis() / 3);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // A broker that is back is found within a second.
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
        settings.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 1000);
        // Every JDK has gzip; the other codecs need a library at both ends.
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.source = source;
    }

    /**
     * The rows that may go together: the first of each key. Were two of one key in flight, the first could fail and the
     * second be taken.
     */
    static List<OutboxRow> round(List<OutboxRow> rows) {
        Set<List<String>> keys = new HashSet<>();
        return rows.stream()
                .filter(row -> keys.add(List.of(row.topic(), row.key())))
                .toList();
    }

    /** Sends all, then waits for the answer to each. */
    Outcome send(List<OutboxRow> round) {
        Map<OutboxRow, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        Set<String> closedTopics = new HashSet<>();
        List<Long> acknowledged = new ArrayList<>();
        Exception failure = null;
        for (OutboxRow row : round) {
            if (!closedTopics.contains(row.topic())) {
                Future<RecordMetadata> answer = producer.send(CloudEvents.record(row, source));
                sent.put(row, answer);
                if (answer.state() == Future.State.FAILED) {
                    // Kafka does not know the topic yet: asking again for each of its rows would take minutes.
                    closedTopics.add(row.topic());
                }
            }
        }
        for (Map.Entry<OutboxRow, Future<RecordMetadata>> entry : sent.entrySet()) {
            try {
                entry.getValue().get();
                acknowledged.add(entry.getKey().id());
            } catch (ExecutionException e) {
                failure = failure == null ? e : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Outcome(acknowledged, e);
            }
        }
        return new Outcome(acknowledged, failure);
    }

    /** Does not wait for Kafka: whatever was not acknowledged is still in the table. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
