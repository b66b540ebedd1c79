package org.kith.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kith.directory.Samples.confidential;
import static org.kith.directory.Samples.location;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.kith.contracts.Topic;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Metadata;
import org.kith.directory.hsds.Organization;
import org.kith.directory.listing.Directory;
import org.kith.localstack.TestTokens;

/** Walks every way out of the directory with a shelter in it. */
@DirectoryTest
class ConfidentialPlacesTest {
    private static final String PHONE = "+1 410 555 0177";
    /** Whatever could lead to the door. */
    private static final List<String> SECRETS =
            List.of("Obscured Oak", "47.123", "-101.987", "58999", "Behind the mill", "UPRN-777");

    private final UUID word = UUID.randomUUID();
    private final Organization haven = organization("Haven").but(o -> o.description = "Write to 31 obscured oak lane.");
    private final Location house = location("31 Obscured Oak Lane").but(l -> {
        l.latitude = 47.12345;
        l.longitude = -101.98765;
        l.addresses = List.of(l.addresses.getFirst().but(a -> a.postalCode = "58999"));
        l.transportation = "Behind the mill";
        l.externalIdentifier = "UPRN-777";
        l.description = "The white house, 31 Obscured Oak Lane";
    });
    /** The same house again, entered as somebody's office. */
    private final Location office = house.but(l -> l.id = UUID.randomUUID());

    private final Listing shelter = confidential(service("shelter", house)).but(l -> {
        l.description = "shelter" + word + " at 31 Obscured Oak Lane (47.12345, -101.98765)";
        l.phones = List.of(l.phones.getFirst().but(p -> p.number = PHONE));
        l.metadata = List.of(new Metadata(
                null, null, "location", LocalDate.of(2026, 1, 1), "update", "postal_code", "58999", "58998", "x"));
    });
    private final Listing desk = service("desk", office);

    @Inject
    Directory directory;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void noOutputTellsWhereItIsAndEveryOutputKeepsThePhone() throws Exception {
        directory.store(tree(haven, List.of(house, office), shelter, desk));
        awaitIndex();
        String place = given().get("/hsds/v3/service_at_locations?organization_id=" + haven.id())
                .path("contents[0].id");

        Map<String, List<String>> walks = Map.ofEntries(
                Map.entry("/hsds/v3", List.of("")),
                Map.entry(
                        "/hsds/v3/services",
                        List.of(
                                "?organization_id=%1$s&full=true",
                                "?organization_id=%1$s",
                                "?organization_id=%1$s&format=ndjson&full=true",
                                "?organization_id=%1$s&minimal=true")),
                Map.entry("/hsds/v3/services/{id}", List.of("/%2$s", "/%3$s")),
                Map.entry(
                        "/hsds/v3/organizations",
                        List.of(
                                "?search=haven&full=true&per_page=500",
                                "?search=haven&full_service=true&format=ndjson",
                                "?search=haven")),
                Map.entry("/hsds/v3/organizations/{id}", List.of("/%1$s", "/%1$s?full_service=true")),
                Map.entry(
                        "/hsds/v3/service_at_locations",
                        List.of(
                                "?organization_id=%1$s&full=true",
                                "?organization_id=%1$s&format=ndjson",
                                "?organization_id=%1$s&postcode=58999",
                                "?organization_id=%1$s&postcode=58999&proximity=5000")),
                Map.entry("/hsds/v3/service_at_locations/{id}", List.of("/" + place)),
                Map.entry("/hsds/v3/taxonomies", List.of("")),
                Map.entry("/hsds/v3/taxonomies/{id}", List.of("/" + UUID.randomUUID())),
                Map.entry("/hsds/v3/taxonomy_terms", List.of("")),
                Map.entry("/hsds/v3/taxonomy_terms/{id}", List.of("/" + UUID.randomUUID())),
                Map.entry("/v1/services/{id}", List.of("/%2$s", "/%3$s")),
                Map.entry("/v1/organizations/{id}", List.of("/%1$s")),
                Map.entry("/v1/locations/{id}", List.of("/" + house.id(), "/" + office.id())),
                Map.entry("/v1/changes", List.of("?limit=500")),
                Map.entry("/v1/lookup", List.of("?source=a&entity=location&id=" + house.id())),
                Map.entry("/v1/exports/hsds.ndjson", List.of("")),
                // Its tables are unpacked and looked through in ExportResourceTest.
                Map.entry("/v1/exports/hsds.zip", List.of("")),
                Map.entry("/v1/verification-queue", List.of("", "?organization_id=%1$s")),
                Map.entry(
                        "/v1/services/{id}/history", List.of("/v1/services/%2$s/history", "/v1/services/%3$s/history")),
                Map.entry("/v1/organizations/{id}/history", List.of("/v1/organizations/%1$s/history")),
                Map.entry(
                        "/v1/locations/{id}/history",
                        List.of(
                                "/v1/locations/" + house.id() + "/history",
                                "/v1/locations/" + office.id() + "/history")),
                Map.entry("/v1/services/{id}/reports", List.of("/v1/services/%2$s/reports")),
                Map.entry("/v1/services/{id}/tags", List.of("/v1/services/%2$s/tags", "/v1/services/%3$s/tags")),
                Map.entry("/v1/tag-queue", List.of("?limit=1000")),
                Map.entry("/v1/tagging", List.of("")),
                Map.entry(
                        "/v1/search",
                        List.of(
                                "?q=shelter" + word,
                                "?q=shelter" + word + "&near=47.12345,-101.98765",
                                "?q=Obscured+Oak",
                                "?postal_code=58999",
                                "?near=47.12345,-101.98765&radius_km=1",
                                "?q=shelter" + word + "&near=47.1,-101.9&sort=distance")));
        Set<String> known = new TreeSet<>(walks.keySet());
        Set<String> imports =
                Set.of("/v1/imports", "/v1/imports/{id}", "/v1/imports/{id}/events", "/v1/imports/{id}/report");
        known.addAll(imports);
        String calendar = "/v1/services/%s/schedule.ics";
        known.add(calendar.replace("%s", "{id}"));
        assertTellsNothing(
                "the calendar", given().get(calendar.formatted(shelter.id())).asString());
        assertThat(known).as("a way out that this test does not walk yet").containsAll(readable());

        int withPhone = 0;
        for (Map.Entry<String, List<String>> walk : walks.entrySet()) {
            for (String query : walk.getValue()) {
                String end = query.formatted(haven.id(), shelter.id(), desk.id());
                String path = end.startsWith("/v1/") ? end : walk.getKey().replace("/{id}", "") + end;
                for (String accept : List.of("application/json", "application/geo+json", "text/csv", "*/*")) {
                    Response answer = given().auth()
                            .oauth2(TestTokens.of("steward"))
                            .accept(accept)
                            .get(path);
                    assertTellsNothing(path, answer.asString());
                    withPhone += answer.asString().contains(PHONE) ? 1 : 0;
                }
            }
        }
        assertThat(withPhone).as("answers with the telephone number").isGreaterThan(5);
        events().forEach(event -> assertTellsNothing("an event", event));
    }

    @Test
    void neitherDistanceNorPlaceFindsIt() {
        directory.store(tree(haven, List.of(house, office), shelter, desk));
        awaitIndex();
        for (String query : List.of("?near=47.12345,-101.98765&radius_km=5", "?q=Obscured+Oak", "?q=58999")) {
            List<String> found = given().get("/v1/search" + query).path("items.service.id");
            assertThat(found == null ? List.of() : found)
                    .as(query)
                    .doesNotContain(String.valueOf(shelter.id()), String.valueOf(desk.id()));
        }
        Map<String, Object> hit =
                given().get("/v1/search?near=47.1,-101.9&q=shelter" + word).path("items[0]");
        assertThat(hit == null ? Map.of() : hit).doesNotContainKey("distance_km");
    }

    @Test
    void evenARefusalDoesNotRepeatIt() {
        directory.store(tree(haven, List.of(house), shelter));
        Response refused = given().auth()
                .oauth2(TestTokens.of("steward"))
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"location_type\": \"31 Obscured Oak Lane\", \"latitude\": 147.12345}")
                .put("/v1/locations/" + house.id());
        refused.then().statusCode(422);
        assertTellsNothing("a refusal", refused.asString());
    }

    private static void assertTellsNothing(String where, String text) {
        for (String secret : SECRETS) {
            assertThat(text).as(where).doesNotContainIgnoringCase(secret);
        }
    }

    private void awaitIndex() {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        given().get("/v1/search?q=shelter" + word).jsonPath().getInt("total") > 0);
    }

    private static Set<String> readable() throws Exception {
        Set<String> paths = new TreeSet<>();
        new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString())
                .path("paths")
                .properties()
                .forEach(path -> {
                    if (path.getValue().has("get")) {
                        paths.add(path.getKey());
                    }
                });
        return paths;
    }

    private List<String> events() {
        List<String> events = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                events.clear();
                List<TopicPartition> partitions = consumer.partitionsFor(Topic.LISTINGS.topicName()).stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                    consumer.poll(Duration.ofMillis(200))
                            .forEach(r -> events.add(
                                    r.value() == null
                                            ? ""
                                            : new String(r.value(), java.nio.charset.StandardCharsets.UTF_8)));
                }
                return events.stream().anyMatch(e -> e.contains(String.valueOf(shelter.id())));
            });
        }
        return events;
    }
}
