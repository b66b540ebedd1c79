package org.kith.matching.platform;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Topic;

/** Puts a listing event that cannot be read aside, with the reason; it never stops the feed. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Map<String, Object> kafka;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** Called by the feed's thread alone. */
    void put(ConsumerRecord<byte[], byte[]> record, String reason) {
        LOG.warnf(
                "Put aside %s, partition %d, offset %d: %s",
                record.topic(), record.partition(), record.offset(), reason);
        var letter = new ProducerRecord<>(Topic.LISTINGS.deadLetterName(), record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        header(letter, "dead-letter-reason", reason);
        header(letter, "dead-letter-topic", record.topic());
        header(letter, "dead-letter-partition", Integer.toString(record.partition()));
        header(letter, "dead-letter-offset", Long.toString(record.offset()));
        try {
            producer().send(letter, (done, failure) -> {
                if (failure != null) {
                    LOG.warnf("A dead letter was not kept: %s", failure.getMessage());
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf("A dead letter was not kept: %s", e.getMessage());
        }
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private KafkaProducer<byte[], byte[]> producer() {
        KafkaProducer<byte[], byte[]> made = producer;
        if (made == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
            made = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            producer = made;
        }
        return made;
    }

    @PreDestroy
    void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
