package org.kith.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What the relay promises, on a real PostgreSQL and a real Kafka; see also {@link KafkaAwayTest}. */
@QuarkusTest
class RelayTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private static int tests;

    @TempDir
    Path folder;

    private final List<Relay> relays = new ArrayList<>();

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String server;

    private Database database;
    private String topic;

    @BeforeEach
    void prepare() throws Exception {
        topic = "test_" + ++tests;
        database = Database.create(server, topic);
        makeTopic(topic);
    }

    @AfterEach
    void stopRelays() throws InterruptedException {
        for (Relay relay : relays) {
            relay.stop();
        }
    }

    @Test
    void keepsTheOrderOfEachKeyWhileEightWritersCommitOutOfOrder() throws Exception {
        relay(new TestConfig());
        Writers writers = Writers.start(database, topic, 60);
        writers.await();

        Arrivals arrivals = new Arrivals();
        try (Reader reader = reader(topic)) {
            arrivals.readUntil(writers.written(), reader);
        }
        assertThat(arrivals.duplicates()).isZero();
        await().atMost(LONG).untilAsserted(() -> assertThat(database.waiting()).isZero());
    }

    /** The number of a transaction says when it began, not when it took the key; and some never end. */
    @Test
    void orderIsThatOfTheKeyAndNotOfTheTransactionsBeginning() throws Exception {
        String begin = "SELECT pg_current_xact_id()";
        try (Connection earlier = database.begin(begin);
                Connection endless = database.begin(begin);
                Connection later = database.begin(begin)) {
            Database.change(later, topic, "a");
            later.commit();
            Database.change(earlier, topic, "a");
            earlier.commit();
            relay(new TestConfig());
            try (Reader reader = reader(topic)) {
                assertThat(reader.next("a").sequence()).isEqualTo(1);
                assertThat(reader.next("a").sequence()).isEqualTo(2);
            }
            endless.rollback();
        }
    }

    @Test
    void sendsAgainWithTheSameIdWhatAKilledRelayHadSentButNotDeleted() throws Exception {
        database.execute("""
                CREATE FUNCTION hang() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_sleep(60); RETURN OLD; END $$;
                CREATE TRIGGER hang BEFORE DELETE ON outbox FOR EACH STATEMENT EXECUTE FUNCTION hang()""");
        Process first = RelayProcess.start(database, kafka, folder.resolve("relay.log"));
        try (Reader reader = reader(topic)) {
            database.change(topic, "a");
            String sent = reader.next("a").header(CloudEvents.ID);
            first.destroyForcibly().waitFor();
            database.execute("ALTER TABLE outbox DISABLE TRIGGER hang");

            relay(new TestConfig());
            assertThat(reader.next("a").header(CloudEvents.ID)).isEqualTo(sent);
        }
        await().atMost(LONG).untilAsserted(() -> assertThat(database.waiting()).isZero());
    }

    @Test
    void ofTwoRelaysOneLeadsAndTheOtherTakesOver() throws Exception {
        List<Relay> two = List.of(relay(new TestConfig()), relay(new TestConfig()));
        await().atMost(LONG).until(() -> two.stream().anyMatch(Relay::isLeading));
        Relay leader = two.stream().filter(Relay::isLeading).findFirst().orElseThrow();
        Relay other = two.get(1 - two.indexOf(leader));

        try (Reader reader = reader(topic)) {
            Arrivals arrivals = new Arrivals();
            for (int i = 0; i < 50; i++) {
                database.change(topic, "a");
            }
            arrivals.readUntil(Map.of("a", 50L), reader);
            assertThat(arrivals.duplicates()).isZero();
            assertThat(other.isLeading()).isFalse();

            leader.stop();
            await().atMost(LONG).until(other::isLeading);
            database.change(topic, "a");
            arrivals.readUntil(Map.of("a", 51L), reader);
        }
    }

    @Test
    void aRelayThatLosesItsConnectionLosesTheLeadAndComesBack() throws Exception {
        Relay relay = relay(new TestConfig());
        await().atMost(LONG).until(relay::isLeading);
        database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'kith-outbox-relay' AND datname = current_database()");
        database.change(topic, "a");
        try (Reader reader = reader(topic)) {
            assertThat(reader.next("a").sequence()).isEqualTo(1);
        }
    }

    @Test
    void aTopicThatIsMissingHoldsUpItsOwnEventsUntilItIsMade() throws Exception {
        String late = topic + "_late";
        database.change(late, "a");
        database.change(topic, "b");
        relay(new TestConfig(Duration.ofSeconds(1)));
        try (Reader reader = reader(topic)) {
            assertThat(reader.next("b").sequence()).isEqualTo(1);
        }
        makeTopic(late);
        try (Reader reader = reader(late)) {
            assertThat(reader.next("a").sequence()).isEqualTo(1);
        }
    }

    @Test
    void stopsWithinItsTimeWhileKafkaIsAway() throws Exception {
        Relay relay = relay(new TestConfig());
        database.change(topic + "_never", "a");
        await().atMost(LONG).until(relay::isLeading);
        long start = System.nanoTime();
        relay.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(database.number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                .as("the lead is free")
                .isZero();
    }

    @Test
    void theBacklogSaysHowManyWaitAndForHowLong() throws Exception {
        PGSimpleDataSource waiting = new PGSimpleDataSource();
        waiting.setUrl(database.url());
        waiting.setUser("postgres");
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Backlog backlog = new Backlog(waiting, meters);
        backlog.measure();
        assertThat(backlog.size()).isZero();
        assertThat(backlog.oldestAge()).isZero();

        database.change(topic, "a");
        database.change(topic, "b");
        database.execute("UPDATE outbox SET occurred_at = now() - interval '1 minute' WHERE key = 'a'");
        backlog.measure();
        assertThat(meters.get("kith.outbox.backlog").gauge().value()).isEqualTo(2);
        assertThat(meters.get("kith.outbox.oldest.age.seconds").gauge().value()).isBetween(60.0, 90.0);
    }

    private Relay relay(OutboxConfig config) {
        Relay relay = new Relay(database::openForRelay, kafka, config, new SimpleMeterRegistry());
        relays.add(relay);
        relay.start();
        return relay;
    }

    private Reader reader(String topicName) {
        return new Reader(kafka, topicName);
    }

    private void makeTopic(String name) throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(Set.of(new NewTopic(name, 4, (short) 1))).all().get();
        }
    }
}
