package org.kith.matching.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Topic;

/** The other side of the topics: what the directory does, and what a reader of our events sees. */
final class Broker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String servers;
    private final KafkaProducer<byte[], byte @Nullable []> producer;

    Broker(String servers) {
        this.servers = servers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    void create(Topic topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(
                            new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1).configs(topic.settings())))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void publish(JsonNode listing, long sequence) {
        send(listing.path("id").asText(), listing.toString().getBytes(UTF_8), sequence);
    }

    void withdraw(String id, long sequence) {
        send(id, null, sequence);
    }

    void poison(String key, String value) {
        send(key, value.getBytes(UTF_8), 1);
    }

    private void send(String key, byte @Nullable [] value, long sequence) {
        var record =
                new ProducerRecord<byte[], byte @Nullable []>(Topic.LISTINGS.topicName(), key.getBytes(UTF_8), value);
        record.headers().add("ce_sequence", Long.toString(sequence).getBytes(UTF_8));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The reasons of so many dead letters. */
    List<String> deadLetters(int count) {
        return read(Topic.LISTINGS.deadLetterName(), count).stream()
                .map(record -> new String(
                        record.headers().lastHeader("dead-letter-reason").value(), UTF_8))
                .toList();
    }

    long count(Topic topic) {
        try (var consumer = consumer(topic.topicName())) {
            return consumer.endOffsets(consumer.assignment()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** The newest event, once there are more than before. */
    JsonNode next(Topic topic, long before) {
        try {
            return LocalMatching.JSON.readTree(read(topic.topicName(), (int) before + 1).stream()
                    .max(java.util.Comparator.comparingLong(ConsumerRecord::timestamp))
                    .orElseThrow()
                    .value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = consumer(topic)) {
            consumer.seekToBeginning(consumer.assignment());
            while (read.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
        }
        return read;
    }

    private KafkaConsumer<byte[], byte[]> consumer(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        return consumer;
    }

    @Override
    public void close() {
        producer.close();
    }
}
