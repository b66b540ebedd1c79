package org.kith.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kith.localstack.Part;
import org.kith.localstack.Stack;

/** From a directory in a zip to a need that is met: each test goes one step further. */
@ExtendWith(Suite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReferralJourney {
    private static final String CLINIC = "clinic-riverside";

    private final Stack stack;
    private final Http http;
    private final Referring riverside;

    private String service = "";
    private String client = "";
    private String referral = "";
    private String attempt = "";

    ReferralJourney(Stack stack, Http http) {
        this.stack = stack;
        this.http = http;
        this.riverside = new Referring(http, CLINIC);
    }

    @Test
    @Order(1)
    void theStewardImportsADirectoryAndNoRowIsLost() {
        JsonNode job = Directories.importAsSteward(stack, Directories.ohana(), "ohana-own");
        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("done");
        assertNoRowIsLost(job);
        assertThat(job.at("/by_entity/service/stored").asInt()).isEqualTo(2);
        assertThat(job.at("/by_entity/service/refused").asInt()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void itsServicesAreFoundInTheDirectoryByAnybody() {
        Eventually.soon()
                .untilAsserted(() -> http.anonymous(Part.DIRECTORY)
                        .queryParam("q", "zanderloaf")
                        .get("/v1/search")
                        .then()
                        .statusCode(200)
                        .body("items.service.name", hasItem("Zanderloaf Breakfast")));
    }

    @Test
    @Order(3)
    void aRealDirectoryIsTakenInWhereThereIsOne() {
        Path baltimore = Directories.baltimore().orElse(null);
        assumeTrue(baltimore != null, "no shared data beside the checkout");
        JsonNode job = Directories.importAsSteward(stack, baltimore, "baltimore");
        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("done");
        assertNoRowIsLost(job);
        assertThat(job.at("/by_entity/service/stored").asInt()).isGreaterThan(1_800);
        Eventually.within(Duration.ofSeconds(60))
                .untilAsserted(() -> http.anonymous(Part.DIRECTORY)
                        .queryParam("q", "Sister to Sister")
                        .get("/v1/search")
                        .then()
                        .statusCode(200)
                        .body("total", greaterThan(0)));
    }

    @Test
    @Order(4)
    void matchingKnowsTheImportedServicesThroughTheirEvents() {
        String imported = http.anonymous(Part.DIRECTORY)
                .queryParam("q", "zanderloaf")
                .get("/v1/search")
                .path("items[0].service.id");
        Map<String, Object> question = Map.of("request", griefNearFallowmere(), "resource_id", imported);
        Eventually.soon()
                .untilAsserted(() -> http.post(CLINIC, Part.MATCHING, "/v1/why-not", question)
                        .then()
                        .statusCode(200));
    }

    @Test
    @Order(5)
    void theClinicGetsRankedResultsWithReasons() {
        Response answer = Eventually.soon()
                .until(
                        () -> http.post(CLINIC, Part.MATCHING, "/v1/matches", griefNearFallowmere()),
                        response -> response.statusCode() == 200
                                && response.<List<?>>path("results").size() >= 3);
        service = answer.path(
                "results.find { it.resource.organization.id == '" + Referring.HOPE_CENTER + "' }.resource.id");
        assertThat(service).as("a service of Hope Center among the first ten").isNotNull();
        answer.then()
                .body("policy.version", equalTo("support-match/1"))
                .body("results.reasons", everyItem(not(hasSize(0))))
                .body("crisis.active", equalTo(false));
    }

    @Test
    @Order(6)
    void theClinicRefersWithConsent() {
        client = riverside.newClient();
        Response draft = riverside.draft(client, "grief");
        referral = Referring.created(draft);
        draft.then().body("state", equalTo("DRAFT"));

        riverside
                .submit(referral, draft.header("ETag"))
                .then()
                .statusCode(not(equalTo(200)))
                .contentType("application/problem+json");
        riverside.consent(client);
        Response read = riverside.read(referral);
        Response sent = riverside.submit(referral, read.header("ETag"));
        sent.then().statusCode(200).body("state", equalTo("SENT"));

        // The referral service has its own copy of the listings, from their events.
        Response offered = Eventually.soon()
                .until(
                        () -> riverside.offer(referral, riverside.read(referral).header("ETag"), service),
                        response -> response.statusCode() == 201);
        attempt = Referring.created(offered);
        offered.then().body("state", equalTo("OFFERED")).body("organization_id", equalTo(Referring.HOPE_CENTER));
    }

    @Test
    @Order(7)
    void theProviderSeesTheOfferAndNotYetWhoTheClientIs() {
        Response inbox = http.as("provider-hope", Part.REFERRAL).get("/v1/inbox");
        inbox.then().statusCode(200).body("items.id", hasItem(attempt));
        assertThat(inbox.asString()).doesNotContain("R. M.", client);
    }

    @Test
    @Order(8)
    void theProviderAcceptsStartsAndCompletes() {
        act("accept", Map.of(), "ACCEPTED");
        act("start", Map.of(), "IN_SERVICE");
        act("complete", Map.of("outcome", "need-resolved", "summary", "Comes every Tuesday."), "COMPLETED");
    }

    @Test
    @Order(9)
    void theClinicReadsThatTheNeedIsMetAndHowItWent() {
        riverside
                .read(referral)
                .then()
                .statusCode(200)
                .body("state", equalTo("RESOLVED"))
                .body("task_status", equalTo("completed"))
                .body("business_status", equalTo("need-resolved"))
                .body("attempts.state", equalTo(List.of("COMPLETED")))
                .body("history.to", hasItem("SENT"))
                .body("history.to", hasItem("RESOLVED"))
                .body("history.actor_role", hasItem("provider"));
    }

    @Test
    @Order(10)
    void anotherClinicGetsTheSameAnswerAsForNothing() {
        String nothing = UUID.randomUUID().toString();
        for (String path : List.of("/v1/referrals/", "/v1/clients/", "/v1/attempts/")) {
            String id = switch (path) {
                case "/v1/referrals/" -> referral;
                case "/v1/clients/" -> client;
                default -> attempt;
            };
            Response foreign = http.as("clinic-hilltop", Part.REFERRAL).get(path + id);
            Response absent = http.as("clinic-hilltop", Part.REFERRAL).get(path + nothing);
            assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
            assertThat(anonymised(foreign, id)).isEqualTo(anonymised(absent, nothing));
        }
    }

    @Test
    @Order(11)
    void whoMayNotIsTurnedAway() {
        http.anonymous(Part.REFERRAL).get("/v1/referrals/" + referral).then().statusCode(401);
        http.anonymous(Part.MATCHING)
                .contentType(ContentType.JSON)
                .body(griefNearFallowmere())
                .post("/v1/matches")
                .then()
                .statusCode(401);
        http.anonymous(Part.DIRECTORY)
                .multiPart("source", "nobody")
                .multiPart("file", "services.json", "[]".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(401);
        http.as("provider-hope", Part.REFERRAL)
                .get("/v1/referrals/" + referral)
                .then()
                .statusCode(403);
        http.as("app-openmap", Part.REFERRAL).get("/v1/referrals").then().statusCode(403);
        http.as(CLINIC, Part.REFERRAL).get("/v1/inbox").then().statusCode(403);
    }

    @Test
    @Order(12)
    void aStaleVersionIsRefused() {
        Response draft = riverside.draft(client, "isolation");
        String id = Referring.created(draft);
        riverside.submit(id, draft.header("ETag")).then().statusCode(200);
        riverside.submit(id, draft.header("ETag")).then().statusCode(412);
    }

    @Test
    @Order(13)
    void theSameKeyGivesTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        Response first = newClient(key, "A. B.");
        Response again = newClient(key, "A. B.");
        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        newClient(key, "C. D.").then().statusCode(422);
    }

    private Response newClient(String key, String name) {
        return http.as(CLINIC, Part.REFERRAL)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("display_name", name, "language", "en"))
                .post("/v1/clients");
    }

    private void act(String verb, Map<String, Object> body, String state) {
        String etag = http.as("provider-hope", Part.REFERRAL)
                .get("/v1/attempts/" + attempt)
                .header("ETag");
        http.change("provider-hope", Part.REFERRAL, "/v1/attempts/" + attempt + "/" + verb, etag, body)
                .then()
                .statusCode(200)
                .body("state", equalTo(state));
    }

    /** An answer without what is different in every answer. */
    private static String anonymised(Response response, String id) {
        return response.asString().replace(id, "<id>").replaceAll("\"trace_?[iI]d\":\"[^\"]*\"", "<trace>");
    }

    private static Map<String, Object> griefNearFallowmere() {
        return Map.of(
                "k",
                10,
                "age_band",
                "adult",
                "location",
                Map.of("country", "US", "region", "MD", "lat", 39.33, "lon", -76.60),
                "max_distance_km",
                25,
                "needs",
                List.of(Map.of("code", "grief", "priority", 3, "urgency", "routine")));
    }

    private static void assertNoRowIsLost(JsonNode job) {
        JsonNode rows = job.path("rows");
        assertThat(rows.path("stored").asLong()
                        + rows.path("unchanged").asLong()
                        + rows.path("refused").asLong())
                .as(rows.toString())
                .isEqualTo(rows.path("in").asLong());
    }
}
