package org.kith.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.contracts.Topic;
import org.kith.localstack.KafkaProcess;
import org.kith.localstack.Ports;
import org.kith.localstack.PostgresProcess;

/** Kafka is not there yet, comes, is killed and comes back, while others go on writing. */
class KafkaAwayTest {
    private static final String TOPIC = Topic.REFERRALS.topicName();

    @TempDir
    Path folder;

    private final int port = Ports.free();
    private final Map<String, Object> settings = Map.of("bootstrap.servers", "localhost:" + port);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private PostgresProcess postgres;
    private Database database;
    private @Nullable KafkaProcess kafka;

    @BeforeEach
    void startPostgres() throws Exception {
        postgres = PostgresProcess.start(folder.resolve("postgresql"), 0, "outbox");
        database = Database.prepare(postgres.jdbcUrl("outbox"));
    }

    @AfterEach
    void stopParts() {
        if (kafka != null) {
            kafka.kill();
        }
        postgres.close();
    }

    @Test
    void losesNothingAndKeepsTheOrder() throws Exception {
        Topics topics = new Topics(settings);
        CompletableFuture<Void> made = topics.ensure(Topic.values());
        CompletableFuture<Void> madeDeadLetters = topics.ensureDeadLettersOf(Topic.values());
        // Shorter than Kafka is away: sendings fail and are tried again by the relay, not only by the client.
        TestConfig impatient = new TestConfig(Duration.ofSeconds(2));
        Relay relay = new Relay(database::openForRelay, settings, impatient, meters);
        relay.start();
        database.change(TOPIC, "key-0");

        KafkaProcess first = startKafka();
        made.get(60, TimeUnit.SECONDS);
        madeDeadLetters.get(60, TimeUnit.SECONDS);
        patiently().untilAsserted(this::theTopicsHaveTheirSettings);
        patiently().until(() -> database.waiting() == 0);

        Writers writers = Writers.start(database, TOPIC, 60);
        Thread.sleep(200);
        first.kill();
        double failures = failures();
        writers.await();
        assertThat(database.waiting()).as("nobody stops writing").isPositive();
        patiently().until(() -> failures() > failures);

        startKafka();
        try (Reader reader = new Reader(settings, TOPIC)) {
            new Arrivals().readUntil(writers.written(), reader);
        }
        patiently().until(() -> database.waiting() == 0);
        relay.stop();
        topics.stop();
    }

    private KafkaProcess startKafka() {
        KafkaProcess started = KafkaProcess.start(folder.resolve("kafka"), port);
        kafka = started;
        return started;
    }

    /** A broker that has just started does not know each topic at once. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
    }

    private double failures() {
        return meters.counter("kith.outbox.failures").count();
    }

    private void theTopicsHaveTheirSettings() throws Exception {
        try (Admin admin = Admin.create(settings)) {
            for (Topic topic : Topic.values()) {
                assertThat(admin.describeTopics(List.of(topic.topicName(), topic.deadLetterName()))
                                .allTopicNames()
                                .get()
                                .values())
                        .allSatisfy(description ->
                                assertThat(description.partitions()).hasSize(Topic.PARTITIONS));
                assertThat(settingsOf(topic.topicName(), admin)).containsAllEntriesOf(topic.settings());
                assertThat(settingsOf(topic.deadLetterName(), admin)).containsAllEntriesOf(Topic.deadLetterSettings());
            }
        }
    }

    private static Map<String, String> settingsOf(String topic, Admin admin) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).values().values().iterator().next().get().entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
