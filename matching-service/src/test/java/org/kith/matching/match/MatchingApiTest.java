package org.kith.matching.match;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.LogContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kith.contracts.EventSchemas;
import org.kith.contracts.Topic;
import org.kith.localstack.PartsResource;
import org.kith.localstack.TestTokens;
import org.kith.matching.persona.Resources;

/** The service as a caller meets it, with a real broker; the methods build on each other in their order. */
@QuarkusTest
@QuarkusTestResource(value = PartsResource.class, initArgs = @ResourceArg(name = "kafka", value = "true"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MatchingApiTest {
    private static final double LAT = 39.29;
    private static final double LON = -76.61;
    private static final String GRIEF_CIRCLE = Resources.id("Grief circle");
    private static final Duration SOON = Duration.ofSeconds(30);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    @Order(1)
    void waitsForTheTopicAndSaysSo() {
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.data.state", hasItem(containsString("Waiting")));
        as("clinic-riverside")
                .body(Examples.ALONE)
                .post("/v1/matches")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", equalTo("urn:kith:problem:unavailable"));
    }

    @Test
    @Order(2)
    void isReadyWithAnEmptyTopicAndStillAnswersACrisis() {
        try (Broker broker = new Broker(kafka)) {
            broker.create(Topic.LISTINGS);
        }
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        as("clinic-riverside")
                .body("""
                      {"needs": [{"code": "suicidal_thoughts"}], "location": {"country": "US"}}""")
                .post("/v1/matches")
                .then()
                .statusCode(200)
                .body("crisis.active", equalTo(true))
                .body("crisis.items[0].resource.name", equalTo("988 Suicide & Crisis Lifeline"))
                .body("crisis.items[0].resource.open_now", equalTo(true))
                .body("plan.steps[0].stage", equalTo(0))
                .body("results", hasSize(0));
    }

    @Test
    @Order(3)
    void ranksWhatTheTopicHoldsAndSurvivesPoison() {
        try (Broker broker = new Broker(kafka)) {
            broker.publish(griefCircle("open"), 1);
            broker.publish(listing("Chess club", "club", "isolation", "companionship"), 2);
            broker.poison("not-a-uuid", "{}");
            broker.poison(Resources.id("broken"), "{not json");
            broker.publish(listing("Befriending", "peer_program", "isolation", "companionship"), 3);
            await().atMost(SOON).untilAsserted(() -> assertThat(held()).isEqualTo(3));
            assertThat(broker.deadLetters(2))
                    .allSatisfy(reason -> assertThat(reason).isNotBlank());
        }
        match(grief())
                .body("results[0].resource.id", equalTo(GRIEF_CIRCLE))
                .body("results[0].reasons.code", hasItem("NEED_MATCH"))
                .body("results[0].resource.distance_km", notNullValue())
                .body("results[0].resource.contact.phones[0].number", equalTo("555-0100"))
                .body("crisis.active", equalTo(false))
                .body("crisis.footer", containsString("988"))
                .body("policy.version", equalTo("support-match/1"))
                .body("plan.steps[0].choices", contains("stay", "slower", "stop"))
                .body("gaps.support_types", hasSize(5));
    }

    @Test
    @Order(4)
    void theContributionsSumExactlyToTheScore() {
        JsonNode answer = json(match(grief()).extract().asString());
        for (JsonNode result : answer.path("results")) {
            var sum = result.path("contributions")
                    .valueStream()
                    .map(JsonNode::decimalValue)
                    .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(result.path("score").decimalValue());
        }
    }

    @Test
    @Order(5)
    void followsTheTopicAndIgnoresAnOlderEvent() {
        try (Broker broker = new Broker(kafka)) {
            String before = version();
            broker.publish(griefCircle("full"), 10);
            await().atMost(SOON).until(() -> !version().equals(before));
            broker.publish(griefCircle("open"), 9);
            broker.withdraw(Resources.id("Befriending"), 11);
            await().atMost(SOON).untilAsserted(() -> assertThat(held()).isEqualTo(2));
        }
        match(grief())
                .body(
                        "results.find { it.resource.id == '%s' }.resource.capacity".formatted(GRIEF_CIRCLE),
                        equalTo("full"));
    }

    @Test
    @Order(6)
    void saysWhyNotAndKeepsSilentOnWhatIsAvoided() {
        ObjectNode near = grief().put("max_distance_km", 1);
        ObjectNode question = LocalMatching.JSON.createObjectNode().put("resource_id", GRIEF_CIRCLE);
        question.set("request", near);
        as("riverside-coordinator")
                .body(question.toString())
                .post("/v1/why-not")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("FILTERED"))
                .body("filters", hasItem("H5_AREA"))
                .body("relaxation", containsString("max_distance_km"));
        near.withArray("avoid").add("resource:" + GRIEF_CIRCLE);
        as("riverside-coordinator")
                .body(question.toString())
                .post("/v1/why-not")
                .then()
                .statusCode(404);
    }

    @Test
    @Order(7)
    void assessesANetworkAlone() {
        as("app-openmap")
                .body(Examples.NETWORK)
                .post("/v1/network-assessments")
                .then()
                .statusCode(200)
                .body("support_types", contains("practical"))
                .body("notes", hasItem("draining_tie:partner"));
    }

    @Test
    @Order(8)
    void theDocumentsExamplesAreGood() {
        for (String example : List.of(Examples.ALONE, Examples.STUDENT)) {
            as("clinic-riverside").body(example).post("/v1/matches").then().statusCode(200);
        }
    }

    @Test
    @Order(9)
    void speaksSpanishWhereItIsAskedTo() {
        as("clinic-riverside")
                .header("Accept-Language", "es-MX, en;q=0.5")
                .body(grief().toString())
                .post("/v1/matches")
                .then()
                .body("results[0].reasons.text", hasItem("Trata de lo que usted preguntó."));
    }

    @Test
    @Order(10)
    void refusesWhoMayNotAsk() {
        given().contentType(ContentType.JSON)
                .body(Examples.ALONE)
                .post("/v1/matches")
                .then()
                .statusCode(401);
        as("provider-hope").body(Examples.ALONE).post("/v1/matches").then().statusCode(403);
        as("auditor").body("{}").post("/v1/network-assessments").then().statusCode(403);
        given().get("/v1/status").then().statusCode(401);
        given().get("/v1/vocabulary").then().statusCode(200).body("lists.kind.club", notNullValue());
        as("steward").get("/v1/status").then().statusCode(200).body("ready", equalTo(true));
    }

    @Test
    @Order(11)
    void refusesWhatItCannotUnderstand() {
        as("clinic-riverside")
                .body("{\"needs\": [{\"code\": \"anxeity\"}]}")
                .post("/v1/matches")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/needs/0/code"))
                .body("errors[0].code", equalTo("unknown-code"))
                .body("errors[0].nearest", hasItem("anxiety"));
        as("clinic-riverside")
                .body("{\"needs\": [{\"code\": \"grief\"}], \"story\": \"x\"}")
                .post("/v1/matches")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/story"));
        as("clinic-riverside")
                .body("{\"needs\": [{\"code\": \"grief\"}], \"interests\": [\"" + "a".repeat(300_000) + "\"]}")
                .post("/v1/matches")
                .then()
                .statusCode(413);
        as("clinic-riverside")
                .body("{\"k\": 51, \"needs\": []}")
                .post("/v1/matches")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/needs", "/k"));
    }

    @Test
    @Order(12)
    void keepsNothingOfARequest() throws IOException {
        var lines = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        Handler spy = new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(record.getMessage()
                        + List.of(record.getParameters() == null ? new Object[0] : record.getParameters())
                        + record.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var root = LogContext.getLogContext().getLogger("");
        root.addHandler(spy);
        JsonNode event;
        try (Broker broker = new Broker(kafka)) {
            long before = broker.count(Topic.MATCHES);
            as("clinic-riverside")
                    .body(Canaries.GOOD)
                    .post("/v1/matches")
                    .then()
                    .statusCode(200);
            as("clinic-riverside")
                    .body(Canaries.BAD)
                    .post("/v1/matches")
                    .then()
                    .statusCode(422)
                    .body(Canaries.noneOf());
            event = broker.next(Topic.MATCHES, before);
        } finally {
            root.removeHandler(spy);
        }
        assertThat(EventSchemas.problems(
                        "match.performed", event.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(event.toString()).satisfies(Canaries::isClean);
        assertThat(event.path("region").asText()).isEqualTo("US-MD");
        assertThat(lines).allSatisfy(Canaries::isClean);
        assertThat(given().get("/q/metrics").asString()).satisfies(Canaries::isClean);
    }

    @Test
    @Order(13)
    void itsDocumentIsTheOneInTheContracts() throws IOException {
        String now =
                given().accept("application/yaml").get("/q/openapi?format=yaml").asString();
        Path contract = Path.of(System.getProperty("kith.root"), "contracts/openapi/matching-service.yaml");
        if (Boolean.getBoolean("kith.contracts.write")) {
            Files.createDirectories(contract.getParent());
            Files.writeString(contract, now);
        }
        assertThat(contract)
                .describedAs("Write it anew with -Dkith.contracts.write=true")
                .hasContent(now);
    }

    private static ObjectNode grief() {
        ObjectNode request =
                LocalMatching.JSON.createObjectNode().put("age", 40).put("max_distance_km", 30);
        request.withArray("needs").addObject().put("code", "grief").put("priority", 3);
        request.putObject("location")
                .put("country", "US")
                .put("region", "MD")
                .put("lat", LAT)
                .put("lon", LON);
        return request;
    }

    private static io.restassured.response.ValidatableResponse match(ObjectNode request) {
        return as("clinic-riverside")
                .body(request.toString())
                .post("/v1/matches")
                .then()
                .statusCode(200);
    }

    private static ObjectNode griefCircle(String capacity) {
        return listing("Grief circle", "support_group", "grief", "emotional", capacity);
    }

    private static ObjectNode listing(String name, String kind, String need, String type) {
        return listing(name, kind, need, type, "open");
    }

    private static ObjectNode listing(String name, String kind, String need, String type, @Nullable String capacity) {
        ObjectNode view =
                Resources.good(name).put("kind", kind).put("capacity", capacity).put("distance_km", 8);
        view.withArray("needs").add(need);
        view.withArray("support_types").add(type);
        view.withArray("formats").add("in_person");
        ObjectNode document = Resources.document(view, LAT, LON);
        return document.put(
                "assured_date",
                LocalDate.now(java.time.ZoneOffset.UTC).minusDays(3).toString());
    }

    private static int held() {
        return as("steward").get("/v1/status").then().extract().path("listings");
    }

    private static String version() {
        return as("steward").get("/v1/status").then().extract().path("directory_version");
    }

    private static RequestSpecification as(String account) {
        return given().auth().oauth2(TestTokens.of(account)).contentType(ContentType.JSON);
    }

    private static JsonNode json(String text) {
        try {
            return LocalMatching.JSON.readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
