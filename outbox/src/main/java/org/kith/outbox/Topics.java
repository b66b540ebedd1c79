package org.kith.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import org.kith.contracts.Topic;

/**
 * Makes topics with their settings. A topic that exists is left as it is: somebody may have made it on purpose, as an
 * operator on Kubernetes does.
 */
@ApplicationScoped
public class Topics {
    private static final Logger LOG = Logger.getLogger(Topics.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Map<String, Object> kafka;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("topics-", 0).factory());

    Topics(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /**
     * Makes the topics that this service writes, where they are absent. Returns at once: while Kafka is away it keeps
     * trying, and the service starts without it.
     *
     * @return done when all of them exist
     */
    public CompletableFuture<Void> ensure(Topic... topics) {
        return inBackground(Arrays.stream(topics)
                .map(topic -> topic(topic.topicName(), topic.settings()))
                .toList());
    }

    /** Makes the dead-letter topics of the topics that this service reads. */
    public CompletableFuture<Void> ensureDeadLettersOf(Topic... topics) {
        return inBackground(Arrays.stream(topics)
                .map(topic -> topic(topic.deadLetterName(), Topic.deadLetterSettings()))
                .toList());
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        // How many copies there are, and how many must be in step, is the cluster's to say.
        return new NewTopic(name, Optional.of(Topic.PARTITIONS), Optional.empty()).configs(settings);
    }

    private CompletableFuture<Void> inBackground(List<NewTopic> topics) {
        return CompletableFuture.runAsync(() -> makeAll(topics), threads);
    }

    private void makeAll(List<NewTopic> topics) {
        boolean waiting = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                make(topics);
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | RuntimeException e) {
                if (!waiting) {
                    LOG.warnf(
                            "Topics %s wait for Kafka: %s",
                            topics.stream().map(NewTopic::name).toList(), e.getMessage());
                }
                waiting = true;
                pause();
            }
        }
    }

    private void make(List<NewTopic> topics) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(settings())) {
            Stream<KafkaFuture<Void>> answers = admin.createTopics(topics).values().values().stream();
            for (KafkaFuture<Void> answer : answers.toList()) {
                try {
                    answer.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return settings;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
