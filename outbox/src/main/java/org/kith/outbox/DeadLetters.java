package org.kith.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kith.contracts.Topic;

/** Sends what a consumer refused back to its topic, after the reason has been mended. */
@ApplicationScoped
public class DeadLetters {
    private static final String REASONS = "dead-letter-";

    private final Map<String, Object> kafka;
    private final String service;

    DeadLetters(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.kafka = kafka;
        this.service = service;
    }

    /**
     * Sends the dead letters of the topic to it again, each once: those that were sent in an earlier call are not sent
     * again, and those that are refused anew meanwhile wait for the next call. Every consumer of the topic gets them; who
     * has taken an event already knows its id. For a compacted topic what something newer of its key has overtaken is left
     * out; to be sure of that, replay when the key is not just being written.
     *
     * @return how many
     */
    public int replay(Topic topic) {
        try (var consumer = new KafkaConsumer<>(
                        consumerSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                var producer =
                        new KafkaProducer<>(producerSettings(), new ByteArraySerializer(), new ByteArraySerializer());
                var newer = new NewerRecords(consumerSettings(), topic.topicName())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.deadLetterName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            int sent = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                List<Future<RecordMetadata>> answers = new ArrayList<>();
                Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
                Set<TopicPartition> finished = new HashSet<>();
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < ends.getOrDefault(partition, 0L)) {
                        if (!topic.isCompacted() || !newer.supersede(record)) {
                            answers.add(producer.send(again(topic.topicName(), record)));
                        }
                        done.put(partition, new OffsetAndMetadata(record.offset() + 1));
                    } else {
                        finished.add(partition);
                    }
                }
                consumer.pause(finished);
                for (Future<RecordMetadata> answer : answers) {
                    answer.get();
                }
                consumer.commitSync(done);
                sent += answers.size();
            }
            return sent;
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka did not take the dead letters of " + topic.topicName() + " again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending the dead letters of " + topic.topicName(), e);
        }
    }

    /** As it was before it was refused: the same key, value and headers, so that the consumer knows it again. */
    private static ProducerRecord<byte[], byte[]> again(String topic, ConsumerRecord<byte[], byte[]> record) {
        var same = new ProducerRecord<>(topic, record.key(), record.value());
        record.headers().forEach(header -> {
            if (!header.key().startsWith(REASONS)) {
                same.headers().add(header);
            }
        });
        return same;
    }

    private Map<String, Object> consumerSettings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, service + "-dead-letter-replay");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    private Map<String, Object> producerSettings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return settings;
    }
}
