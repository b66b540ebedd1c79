package org.kith.referral.referral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kith.localstack.TestTokens.HOPE_CENTER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.kith.contracts.EventSchemas;
import org.kith.contracts.Topic;
import org.kith.referral.ServiceTest;

@QuarkusTest
class EventsTest extends ServiceTest {
    private static final String CLINIC = "clinic-riverside";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    OfferClock offerClock;

    private record Event(String type, long sequence, byte[] data, Map<String, String> headers) {
        JsonNode json() throws java.io.IOException {
            return JSON.readTree(data);
        }
    }

    @Test
    void everythingThatHappensToAReferralIsToldInOrderAndAsAgreed() throws Exception {
        String attempt = offered(CLINIC);
        String referral = referralOf(attempt);
        provider(attempt, "view", "{}").then().statusCode(200);
        provider(attempt, "waitlist", "{\"estimated_days\": 20}").then().statusCode(200);
        provider(attempt, "start", "{}").then().statusCode(200);
        for (int i = 0; i < 3; i++) {
            provider(attempt, "no-show", "{}").then().statusCode(200);
        }
        String client = as(CLINIC).get("/v1/referrals/" + referral).path("client_id");
        consent(CLINIC, client, OTHER_ORGANIZATION);
        String next = offer(CLINIC, referral, ELSEWHERE)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        elsewhere().body("{}").post("/v1/attempts/" + next + "/accept").then().statusCode(200);
        elsewhere()
                .body("{\"outcome\": \"need-partially-resolved\", \"summary\": \"Wren\"}")
                .post("/v1/attempts/" + next + "/complete")
                .then()
                .statusCode(200);
        as(CLINIC)
                .body(Map.of("outcome", "need-partially-resolved", "summary", "Wren"))
                .post("/v1/referrals/" + referral + "/resolve")
                .then()
                .statusCode(200);

        List<Event> events = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> of(Topic.REFERRALS, referral),
                        found -> found.stream().anyMatch(event -> event.type().equals("referral.resolved")));
        assertThat(events.stream().map(Event::type))
                .containsExactly(
                        "referral.submitted",
                        "referral.matching",
                        "attempt.offered",
                        "attempt.viewed",
                        "attempt.accepted",
                        "attempt.waitlisted",
                        "referral.placed",
                        "attempt.started",
                        "attempt.no-show",
                        "attempt.no-show",
                        "attempt.failed",
                        "referral.rerouting",
                        "attempt.offered",
                        "attempt.accepted",
                        "referral.placed",
                        "attempt.completed",
                        "referral.resolved");
        assertThat(events.stream().map(Event::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        for (Event event : events) {
            assertThat(EventSchemas.problems(event.type(), event.data()))
                    .as(event.type())
                    .isEmpty();
            assertThat(event.headers())
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_source", "/referral-service")
                    .containsEntry("ce_partitionkey", referral)
                    .containsKeys("ce_id", "ce_time");
            assertThat(new String(event.data(), UTF_8)).doesNotContain("Zebra", "4105550100", "Wren", "Heron", client);
        }
        List<Event> capacity = of(Topic.CAPACITIES, GRIEF_CIRCLE.toString());
        assertThat(capacity).anySatisfy(event -> {
            assertThat(EventSchemas.problems("capacity.stated", event.data())).isEmpty();
            assertThat(event.json().path("estimated_days").asInt()).isEqualTo(20);
        });
    }

    @Test
    void ofAShelterNobodyIsToldWhichItIsOrWhy() throws Exception {
        knowListings();
        String client = newClient(CLINIC);
        consent(CLINIC, client, HOPE_CENTER);
        String referral = draft(CLINIC, client, "housing_safety");
        submit(CLINIC, referral);
        String attempt = offer(CLINIC, referral, SHELTER)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        provider(attempt, "decline", "{\"reason\": \"not-eligible\", \"text\": \"Wren\"}")
                .then()
                .statusCode(200);

        List<Event> events = await().atMost(Duration.ofSeconds(30))
                .until(() -> of(Topic.REFERRALS, referral), found -> found.size() == 5);
        for (Event event : events) {
            assertThat(event.json().has("resource_id")).as(event.type()).isFalse();
            assertThat(event.json().has("organization_id")).isFalse();
            assertThat(event.json().has("reason_code")).isFalse();
            assertThat(EventSchemas.problems(event.type(), event.data())).isEmpty();
        }
    }

    @Test
    void anOfferThatNobodyAnswersIsRemindedOfEscalatedAndExpires() {
        String attempt = offered(CLINIC);
        String referral = referralOf(attempt);
        offerClock.run(Instant.now().plus(Duration.ofDays(4)));
        offerClock.run(Instant.now().plus(Duration.ofDays(4)));
        while (offerClock.run(Instant.now().plus(Duration.ofDays(12))) > 0) {
            // What other tests have left open expires too.
        }
        assertThat(as(CLINIC).get("/v1/referrals/" + referral).<List<String>>path("history.event"))
                .containsSubsequence(
                        "attempt.offered",
                        "attempt.reminded",
                        "attempt.escalated",
                        "attempt.expired",
                        "referral.rerouting")
                .containsOnlyOnce("attempt.reminded");
        assertThat(stateOf(CLINIC, referral)).isEqualTo("REROUTING");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> of(Topic.REFERRALS, referral).stream()
                        .filter(event -> event.type().startsWith("attempt."))
                        .allMatch(event -> EventSchemas.problems(event.type(), event.data())
                                .isEmpty()));
    }

    @Test
    void anOrganizationThatSaysFullTellsTheDirectory() {
        knowListings();
        as("provider-hope")
                .body("{\"capacity\": \"full\"}")
                .put("/v1/inbox/services/" + HOPE_WALKS + "/capacity")
                .then()
                .statusCode(200);
        elsewhere()
                .body("{\"capacity\": \"open\"}")
                .put("/v1/inbox/services/" + HOPE_WALKS + "/capacity")
                .then()
                .statusCode(404);
        as("provider-hope")
                .body("{\"capacity\": \"brimming\"}")
                .put("/v1/inbox/services/" + HOPE_WALKS + "/capacity")
                .then()
                .statusCode(422);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(of(Topic.CAPACITIES, HOPE_WALKS.toString()))
                        .anySatisfy(event -> assertThat(EventSchemas.problems("capacity.stated", event.data()))
                                .isEmpty()));
    }

    /** Everything in the topic of this key, from the beginning. */
    private List<Event> of(Topic topic, String key) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("group.id", "test-" + UUID.randomUUID());
        List<Event> events = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(key)) {
                        events.add(event(record));
                    }
                }
            }
        }
        return events;
    }

    private static Event event(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        String type = headers.getOrDefault("ce_type", "").replaceAll("^org\\.kith\\.|\\.v1$", "");
        return new Event(type, Long.parseLong(headers.getOrDefault("ce_sequence", "0")), record.value(), headers);
    }
}
