package org.kith.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.kith.contracts.Topic;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Kith;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.Said;
import org.kith.localstack.TestTokens;

/** Many shelters made up by chance, and every way out of the directory: none of them tells where one is. */
@DirectoryTest
class ConfidentialityPropertyTest {
    private static final int CASES = Integer.getInteger("kith.confidentiality.cases", 24);
    private static final List<String> READERS = List.of("", "steward");
    private static final Set<String> ELSEWHERE = Set.of("/v1/imports/{id}/events");

    private final List<Shelter> shelters =
            LongStream.range(0, CASES).mapToObj(Shelter::new).toList();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> leaks = new TreeSet<>();

    @Inject
    Directory directory;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void noOutputOfAnyKindTellsWhereAShelterIs() throws Exception {
        Handler listener = listener();
        Logger.getLogger("").addHandler(listener);
        try {
            for (int i = 0; i < CASES; i++) {
                Shelter shelter = shelters.get(i);
                // Half of them were no secret at first.
                if (i % 2 == 0) {
                    directory.store(shelter.inTheOpen());
                    directory.store(shelter.guests());
                    directory.say(shelter.shared.id(), new Said.Capacity("open", null, java.time.Instant.now()));
                    directory.store(shelter.tree());
                } else {
                    directory.store(shelter.tree());
                    directory.store(shelter.guests());
                }
                directory.say(shelter.inside.id(), new Said.Capacity("full", 3, java.time.Instant.now()));
            }
            walkEverything();
            refusals();
            imports();
            events();
            rows();
            log.forEach(line -> check("the log", line));
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        assertThat(leaks).isEmpty();
        nothingCanBeDeduced();
    }

    /** Every path of the contract that can be read, also those that were not thought of here. */
    private void walkEverything() throws Exception {
        JsonNode paths = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString())
                .path("paths");
        int walked = 0;
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (!path.getValue().has("get") || ELSEWHERE.contains(path.getKey())) {
                continue;
            }
            for (String address : addresses(path.getKey())) {
                for (String reader : READERS) {
                    read(address, reader, "*/*");
                    walked++;
                }
            }
        }
        assertThat(walked).isGreaterThan(CASES * 20);
        for (Shelter shelter : shelters) {
            String q = "/v1/search?q=" + shelter.word;
            String near = "&near=" + shelter.latitude + "," + shelter.longitude;
            for (String accept : List.of("application/json", "application/geo+json", "text/csv")) {
                read(q + "&facets=true", "", accept);
                read(q + "&limit=1", "", accept);
            }
            assertThat(total(q)).isPositive();
            for (String sort : List.of("relevance", "distance", "freshness")) {
                Response found = given().get(q + near + "&facets=true&sort=" + sort);
                // The question repeats what the asker knows; the answer may not.
                check("search near", found.asString());
                for (JsonNode item : json(found).path("items")) {
                    String id = item.at("/service/id").asText();
                    if (id.equals(String.valueOf(shelter.inside.id()))
                            || id.equals(String.valueOf(shelter.shared.id()))) {
                        assertThat(item.has("distance_km") || item.has("location"))
                                .isFalse();
                    }
                }
            }
        }
    }

    private List<String> addresses(String path) {
        List<String> queries = switch (path) {
            case "/hsds/v3/services", "/hsds/v3/organizations", "/hsds/v3/service_at_locations" ->
                List.of("?full=true&format=ndjson", "?format=ndjson", "?full_service=true&full=true&per_page=200");
            case "/v1/changes" -> List.of("?limit=500");
            case "/v1/search" -> List.of("?limit=100&facets=true", "?limit=100&include_stale=true&sort=freshness");
            default -> List.of("");
        };
        if (!path.contains("{")) {
            return queries.stream()
                    // What needs a parameter refuses, and that is an output too.
                    .map(query -> path + query)
                    .filter(address -> !address.contains("openapi"))
                    .toList();
        }
        return shelters.stream()
                .limit(path.contains("taxonom") || path.contains("imports") ? 1 : CASES)
                .flatMap(shelter -> ids(shelter, path))
                .map(id -> path.replaceAll("\\{[^}]*}", String.valueOf(id)))
                .toList();
    }

    private static Stream<UUID> ids(Shelter shelter, String path) {
        if (path.contains("organizations")) {
            return Stream.of(shelter.organization.id(), shelter.guest.id());
        }
        if (path.contains("service_at_locations")) {
            return given()
                    .get("/hsds/v3/service_at_locations?organization_id=" + shelter.organization.id())
                    .jsonPath()
                    .getList("contents.id", UUID.class)
                    .stream();
        }
        if (path.contains("locations")) {
            return Stream.of(shelter.house.id(), shelter.again.id(), shelter.office.id());
        }
        return Stream.of(shelter.inside.id(), shelter.shared.id(), shelter.elsewhere.id());
    }

    private void read(String address, String reader, String accept) throws IOException {
        var asking = given().accept(accept);
        Response answer = (reader.isEmpty() ? asking : asking.auth().oauth2(TestTokens.of(reader))).get(address);
        check(address.replaceAll("[0-9a-f-]{36}", "{id}"), text(answer));
        check("headers of " + address, answer.headers().toString());
    }

    /** Also of an archive. */
    private static String text(Response answer) throws IOException {
        if (!String.valueOf(answer.contentType()).contains("zip")) {
            return answer.asString();
        }
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(answer.asInputStream())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static JsonNode json(Response answer) throws IOException {
        return new ObjectMapper().readTree(answer.asString());
    }

    private void refusals() {
        for (Shelter shelter : shelters) {
            String body =
                    "{\"location_type\": \"%s\", \"latitude\": %s, \"name\": \"x\", \"addresses\": [{\"address_1\": \"%s\"}]}"
                            .formatted(shelter.street, shelter.latitude * 10, shelter.street);
            Response refused = given().auth()
                    .oauth2(TestTokens.of("steward"))
                    .contentType("application/json")
                    .header("If-Match", "*")
                    .body(body)
                    .put("/v1/locations/" + shelter.house.id());
            refused.then().statusCode(422);
            check("a refusal", refused.asString());
        }
    }

    /** What is told of repairs, of a dry run, and of an import taken back. */
    private void imports() throws Exception {
        Path folder = Files.createTempDirectory("kith-shelters-");
        for (boolean dry : new boolean[] {true, false}) {
            ObjectMapper json = new ObjectMapper();
            StringBuilder lines = new StringBuilder();
            for (Shelter shelter : shelters) {
                ObjectNode service = HsdsJson.mapper().valueToTree(shelter.inside.but(l -> {
                    l.id = UUID.randomUUID();
                    l.organization = shelter.organization.but(o -> o.id = UUID.randomUUID());
                    l.attributes = List.of(Kith.attribute("kith:feature", "confidential_location"));
                }));
                ObjectNode place = HsdsJson.mapper().valueToTree(shelter.house.but(l -> l.organizationId = null));
                place.put("id", UUID.randomUUID().toString());
                place.put("latitude", shelter.longitude + "°").put("longitude", shelter.latitude + "°");
                ((ObjectNode) place.at("/addresses/0"))
                        .put("address_1", "<p>" + shelter.street + "</p>")
                        .put("country", "USA");
                ((ObjectNode) service.at("/service_at_locations/0")).remove("location_id");
                ((ObjectNode) service.at("/service_at_locations/0")).set("location", place);
                service.put("description", "<p>" + shelter.street + "</p>");
                lines.append(json.writeValueAsString(service)).append('\n');
            }
            Path file = Files.writeString(folder.resolve("shelters.ndjson"), lines);
            String job = given().auth()
                    .oauth2(TestTokens.of("steward"))
                    .multiPart("file", file.toFile())
                    .multiPart("source", "shelters")
                    .multiPart("dry_run", String.valueOf(dry))
                    .post("/v1/imports")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> json(steward("/v1/imports/" + job))
                            .path("state")
                            .asText()
                            .equals("done"));
            String report = steward("/v1/imports/" + job + "/report").asString();
            assertThat(report).contains("\"repaired\"");
            check("the report of an import", report);
            check("an import", steward("/v1/imports/" + job).asString());
        }
        read("/hsds/v3/services?full=true&format=ndjson", "", "*/*");
    }

    private static Response steward(String path) {
        return given().auth().oauth2(TestTokens.of("steward")).get(path);
    }

    private void events() {
        Map<String, String> newest = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                List<TopicPartition> partitions = consumer.partitionsFor(Topic.LISTINGS.topicName()).stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                    consumer.poll(Duration.ofMillis(200))
                            .forEach(event -> newest.put(
                                    event.key(),
                                    event.value() == null
                                            ? ""
                                            : new String(event.value(), StandardCharsets.UTF_8) + event.headers()));
                }
                for (Shelter shelter : shelters) {
                    assertThat(newest.get(String.valueOf(shelter.inside.id()))).contains("\"full\"");
                }
            });
        }
        newest.values().forEach(event -> check("the newest event", event));
    }

    /** What is composed for others; the rows of the facts themselves have to know. */
    private void rows() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String query : List.of(
                    "select convert_from(document, 'UTF8') || coalesce(words::text, '') from listing where document is"
                            + " not null",
                    "select convert_from(document, 'UTF8') || coalesce(words::text, '') from organization_document",
                    "select convert_from(data, 'UTF8') from outbox where data is not null")) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        check("a row of " + query.replaceAll(".* from ", ""), rows.getString(1));
                    }
                }
            }
        }
    }

    /** The same question about a place that nobody ever had answers the same. */
    private void nothingCanBeDeduced() throws IOException {
        for (Shelter shelter : shelters) {
            for (String query : List.of(
                    "/hsds/v3/service_at_locations?postcode=" + shelter.postalCode,
                    "/hsds/v3/service_at_locations?proximity=900000&postcode=" + shelter.postalCode,
                    "/hsds/v3/services?search=" + shelter.street.split(" ")[1],
                    "/hsds/v3/organizations?search=" + shelter.street.split(" ")[1],
                    "/hsds/v3/services?search=" + shelter.postalCode)) {
                assertThat(given().get(query).jsonPath().getInt("total_items"))
                        .as(query)
                        .isZero();
            }
            for (String query : List.of("/v1/search?postal_code=%s", "/v1/search?radius_km=100&postal_code=%s")) {
                Response asked = given().get(query.formatted(shelter.postalCode));
                Response never = given().get(query.formatted("ZZ999QQQ"));
                assertThat(asked.statusCode()).as(query).isEqualTo(never.statusCode());
            }
            Response there = given().get("/v1/search?place=" + shelter.city);
            assertThat(there.statusCode())
                    .isEqualTo(given().get("/v1/search?place=Nevertown").statusCode());
            String near = shelter.latitude + "," + shelter.longitude;
            assertThat(total("/v1/search?radius_km=500&near=" + near)).isZero();
            assertThat(total("/v1/search?q=" + shelter.street.split(" ")[2])).isZero();
            assertThat(total("/v1/search?q=" + shelter.postalCode)).isZero();
            assertThat(total("/v1/search?q=" + shelter.city)).isZero();
            String all = "/v1/search?q=" + shelter.word + "&sort=distance&near=";
            assertThat(given().get(all + near).jsonPath().getList("items.service.id"))
                    .as("the order by distance from its door and from the other end of the world")
                    .isEqualTo(given().get(all + "80,80").jsonPath().getList("items.service.id"));
        }
    }

    private static int total(String query) throws IOException {
        return json(given().get(query)).path("total").asInt();
    }

    private void check(String where, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (Shelter shelter : shelters) {
            for (String secret : shelter.secrets()) {
                int at = lower.indexOf(secret.toLowerCase(Locale.ROOT));
                if (at >= 0) {
                    leaks.add(where + ": " + text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 40)));
                }
            }
        }
    }

    private Handler listener() {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.add(line.getLoggerName()
                        + line.getMessage()
                        + java.util.Arrays.toString(line.getParameters())
                        + line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
