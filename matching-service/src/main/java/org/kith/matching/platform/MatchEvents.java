package org.kith.matching.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.Topic;

/**
 * Sends {@code match.performed.v1}. Its loss is acceptable and a request never waits for it: what does not fit in the
 * buffer is dropped.
 */
@ApplicationScoped
public class MatchEvents {
    private static final Logger LOG = Logger.getLogger(MatchEvents.class);
    private static final int BUFFER = 1_000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final BlockingQueue<MatchPerformed> waiting = new ArrayBlockingQueue<>(BUFFER);
    private final Map<String, Object> kafka;
    private final ObjectMapper json;
    private final TopicMaker topics;
    private @Nullable Thread thread;

    MatchEvents(@Identifier("default-kafka-broker") Map<String, Object> kafka, ObjectMapper json, TopicMaker topics) {
        this.kafka = kafka;
        this.json = json;
        this.topics = topics;
    }

    /** Takes events and sends none: for the answer without a server. */
    public static MatchEvents unsent(Map<String, Object> kafka, ObjectMapper json) {
        return new MatchEvents(kafka, json, new TopicMaker(kafka));
    }

    /** Never blocks and never fails. */
    public void say(MatchPerformed event) {
        if (!waiting.offer(event)) {
            LOG.debug("A match event was dropped: the buffer is full");
        }
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("match-events").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(STOP_WITHIN);
        }
    }

    private void run() {
        try {
            topics.make();
            try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
                while (!Thread.currentThread().isInterrupted()) {
                    send(producer, waiting.take());
                }
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(KafkaProducer<String, byte[]> producer, MatchPerformed event) {
        String key = event.matchId().toString();
        try {
            var message = new ProducerRecord<>(Topic.MATCHES.topicName(), key, json.writeValueAsBytes(event));
            header(message, "ce_specversion", "1.0");
            header(message, "ce_id", UUID.randomUUID().toString());
            header(message, "ce_source", "/matching-service");
            header(message, "ce_type", "org.kith.match.performed.v1");
            header(message, "ce_time", event.performedAt().toString());
            header(message, "ce_subject", key);
            header(message, "ce_partitionkey", key);
            header(message, "ce_sequence", "1");
            header(message, "content-type", "application/json");
            producer.send(message, (done, failure) -> {
                if (failure != null) {
                    LOG.debugf("A match event was lost: %s", failure.getMessage());
                }
            });
        } catch (JsonProcessingException | KafkaException e) {
            LOG.debugf("A match event was lost: %s", e.getMessage());
        }
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "1");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L << 20);
        return settings;
    }
}
