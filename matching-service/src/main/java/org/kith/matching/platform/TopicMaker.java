package org.kith.matching.platform;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import org.kith.contracts.Topic;

/** Makes the topics that this service writes, where nobody has made them: its events, and its dead letters. */
@ApplicationScoped
class TopicMaker {
    private static final Logger LOG = Logger.getLogger(TopicMaker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, Object> kafka;

    TopicMaker(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** Tries until it is done: Kafka may start after us. */
    void make() throws InterruptedException {
        boolean told = false;
        while (true) {
            try (Admin admin = Admin.create(settings())) {
                make(
                        admin,
                        List.of(
                                topic(Topic.MATCHES.topicName(), Topic.MATCHES.settings()),
                                topic(Topic.LISTINGS.deadLetterName(), Topic.deadLetterSettings())));
                return;
            } catch (ExecutionException | RuntimeException e) {
                if (!told) {
                    LOG.warnf("Topics wait for Kafka: %s", e.getMessage());
                }
                told = true;
                Thread.sleep(PATIENCE);
            }
        }
    }

    private static void make(Admin admin, List<NewTopic> topics) throws InterruptedException, ExecutionException {
        for (KafkaFuture<Void> answer : admin.createTopics(topics).values().values()) {
            try {
                answer.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        // How many copies there are is the cluster's to say.
        return new NewTopic(name, Optional.of(Topic.PARTITIONS), Optional.empty()).configs(settings);
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return settings;
    }
}
