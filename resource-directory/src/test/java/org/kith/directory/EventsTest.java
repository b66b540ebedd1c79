package org.kith.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.contracts.Topic;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Organization;
import org.kith.directory.listing.Directory;
import org.kith.localstack.TestTokens;
import org.kith.outbox.CloudEvents;

@DirectoryTest
class EventsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Organization hope = organization("Hope");
    private final Listing circle = service("grief");

    @Inject
    Directory directory;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void topicsAndListing() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            var present = admin.listTopics().names().get();
            for (Topic topic : List.of(Topic.CAPACITIES, Topic.REFERRALS)) {
                if (!present.contains(topic.topicName())) {
                    admin.createTopics(List.of(new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1)))
                            .all()
                            .get();
                }
            }
        }
        directory.store(tree(hope, List.of(), circle));
    }

    @Test
    void aListingIsSentAsItIsAnswered() {
        byte[] answered = given().get("/hsds/v3/services/" + circle.id()).asByteArray();
        ConsumerRecord<String, byte @Nullable []> published =
                newest(Topic.LISTINGS.topicName(), circle, "listing.published");
        assertThat(published.value()).isEqualTo(answered);
        assertThat(header(published, CloudEvents.SOURCE)).isEqualTo("/resource-directory");
        assertThat('"' + header(published, CloudEvents.SEQUENCE) + '"')
                .isEqualTo(given().get("/hsds/v3/services/" + circle.id()).header("ETag"));

        directory.withdraw(List.of(id(circle)));
        assertThat(newest(Topic.LISTINGS.topicName(), circle, "listing.withdrawn")
                        .value())
                .isNull();
    }

    @Test
    void whatAProviderSaidInItsInboxShowsInTheListingOnce() {
        String said = """
                {"service_id": "%s", "organization_id": "%s", "capacity": "waitlist", "estimated_days": 21,
                 "stated_at": "2026-11-01T10:00:00Z"}""".formatted(circle.id(), hope.id());
        String event = UUID.randomUUID().toString();
        send(Topic.CAPACITIES, circle, "capacity.stated", event, 2, said);
        send(Topic.CAPACITIES, circle, "capacity.stated", event, 2, said);
        // Older, and late.
        send(
                Topic.CAPACITIES,
                circle,
                "capacity.stated",
                UUID.randomUUID().toString(),
                1,
                said.replace("waitlist", "open"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/hsds/v3/services/" + circle.id())
                        .then()
                        .body(
                                "attributes.find { it.taxonomy_term.taxonomy == 'kith:capacity' }.taxonomy_term.code",
                                equalTo("waitlist"))
                        .body("capacities[0].updated", equalTo("2026-11-01T10:00:00Z")));
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextEventIsTaken() {
        String strange = """
                {"service_id": "%s", "organization_id": "%s", "capacity": "sometimes", "stated_at": "2026-11-01T10:00:00Z"}""".formatted(circle.id(), hope.id());
        send(Topic.CAPACITIES, circle, "capacity.stated", UUID.randomUUID().toString(), 1, strange);
        // Another organization's word about this service.
        send(
                Topic.CAPACITIES,
                circle,
                "capacity.stated",
                UUID.randomUUID().toString(),
                2,
                strange.replace("sometimes", "full")
                        .replace(String.valueOf(hope.id()), UUID.randomUUID().toString()));
        send(
                Topic.CAPACITIES,
                circle,
                "capacity.stated",
                UUID.randomUUID().toString(),
                3,
                strange.replace("sometimes", "full"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/hsds/v3/services/" + circle.id())
                        .then()
                        .body("attributes.taxonomy_term.code", hasItem("full")));
        await().atMost(PATIENCE)
                .until(() -> all(Topic.CAPACITIES.deadLetterName()).stream()
                                .filter(record -> String.valueOf(circle.id()).equals(record.key()))
                                .count()
                        == 2);
    }

    @Test
    void aDiscontinuedServiceIsQueuedForVerificationUntilSomebodyVerifies() {
        String declined = """
                {"referral_id": "%s", "attempt_id": "%s", "sequence": 7, "from": "VIEWED", "to": "DECLINED",
                 "business_status": "declined", "reason_code": "service-discontinued", "resource_id": "%s",
                 "organization_id": "%s", "tenant": "riverside", "occurred_at": "2026-11-23T16:20:00Z",
                 "actor_role": "provider"}""".formatted(UUID.randomUUID(), UUID.randomUUID(), circle.id(), hope.id());
        send(Topic.REFERRALS, circle, "attempt.declined", UUID.randomUUID().toString(), 7, declined);

        await().atMost(PATIENCE)
                .untilAsserted(() -> queue().then()
                        .body(
                                "items.findAll { it.service_id == '%s' }.reason".formatted(circle.id()),
                                hasItem("service-discontinued")));
        given().auth()
                .oauth2(TestTokens.of("steward"))
                .contentType("application/json")
                .body("{\"how\": \"phone\"}")
                .post("/v1/services/" + circle.id() + "/verifications")
                .then()
                .statusCode(201);
        assertThat(queue().jsonPath().getList("items.service_id")).doesNotContain(String.valueOf(circle.id()));

        // Nobody there: an offer that nobody looked at says so too, but less urgently than the end of a service.
        send(
                Topic.REFERRALS,
                circle,
                "attempt.expired",
                UUID.randomUUID().toString(),
                8,
                declined.replace("service-discontinued", "no-response"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> queue().then().body("items.reason", equalTo(List.of("could-not-reach"))));
        send(Topic.REFERRALS, circle, "attempt.declined", UUID.randomUUID().toString(), 9, declined);
        await().atMost(PATIENCE)
                .untilAsserted(() -> queue().then()
                        .body("items.reason", equalTo(List.of("service-discontinued")))
                        .body("items[0].causes.cause", equalTo(List.of("service-discontinued", "could-not-reach"))));
    }

    @Test
    void theFeedOfChangesHasInsertsUpdatesAndDeletions() {
        String start = cursorAtTheEnd();
        Listing later = service("later");
        directory.store(tree(hope, List.of(), later));
        directory.store(tree(hope.but(o -> o.alternateName = "H."), List.of()));
        assertThat(operation(start, later)).isEqualTo("insert");
        assertThat(operation(start, circle)).isEqualTo("update");

        String middle = cursorAtTheEnd();
        directory.withdraw(List.of(id(later)));
        assertThat(operation(middle, later)).isEqualTo("delete");
        given().get("/v1/changes?after=" + middle.replaceFirst(".", "x"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("cursor"));
        given().get("/v1/changes?limit=0").then().statusCode(400).body("errors[0].pointer", equalTo("limit"));
    }

    private static String operation(String after, Listing service) {
        for (JsonNode change : HsdsJson.tree(
                        given().get("/v1/changes?after=" + after).asByteArray())
                .path("items")) {
            if (change.path("service_id").asText().equals(String.valueOf(service.id()))) {
                assertThat(change.has("service"))
                        .isEqualTo(!change.path("operation").asText().equals("delete"));
                return change.path("operation").asText();
            }
        }
        return "";
    }

    private static String cursorAtTheEnd() {
        String cursor = "";
        while (true) {
            Response page = given().get("/v1/changes?limit=500&after=" + cursor);
            if (page.jsonPath().getList("items").isEmpty()) {
                return page.path("next");
            }
            cursor = page.path("next");
        }
    }

    private Response queue() {
        return given().auth()
                .oauth2(TestTokens.of("steward"))
                .get("/v1/verification-queue?organization_id=" + hope.id());
    }

    private ConsumerRecord<String, byte @Nullable []> newest(String topic, Listing service, String type) {
        return await().atMost(PATIENCE)
                .until(
                        () -> all(topic).stream()
                                .filter(r -> String.valueOf(service.id()).equals(r.key())
                                        && header(r, CloudEvents.TYPE).equals(CloudEvents.type(type)))
                                .reduce((a, b) -> b),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private List<ConsumerRecord<String, byte @Nullable []>> all(String topic) {
        List<ConsumerRecord<String, byte @Nullable []>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<String, byte @Nullable []>(
                Map.of("bootstrap.servers", kafka), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private void send(Topic topic, Listing service, String type, String eventId, long sequence, String data) {
        var record = new ProducerRecord<>(topic.topicName(), String.valueOf(service.id()), data);
        Map.of(
                        CloudEvents.SPEC_VERSION,
                        "1.0",
                        CloudEvents.ID,
                        eventId,
                        CloudEvents.SOURCE,
                        "/referral-service",
                        CloudEvents.TYPE,
                        CloudEvents.type(type),
                        CloudEvents.TIME,
                        Instant.now().toString(),
                        CloudEvents.SEQUENCE,
                        Long.toString(sequence))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(record);
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static UUID id(Listing service) {
        return java.util.Objects.requireNonNull(service.id());
    }
}
