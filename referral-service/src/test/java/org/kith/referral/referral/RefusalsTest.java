package org.kith.referral.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.kith.localstack.TestTokens.HOPE_CENTER;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.referral.ServiceTest;

@QuarkusTest
class RefusalsTest extends ServiceTest {
    private static final String CLINIC = "clinic-riverside";
    private static final String OTHER_CLINIC = "clinic-hilltop";

    @Test
    void anAnonymousCallerIsToldToComeBackWithAToken() {
        for (String path : List.of("/v1/clients", "/v1/referrals", "/v1/inbox", "/v1/worklist", "/v1/audit")) {
            given().get(path).then().statusCode(401);
        }
    }

    @Test
    void theWrongRoleIsForbidden() {
        as("provider-hope").body(CLIENT).post("/v1/clients").then().statusCode(403);
        as(CLINIC).get("/v1/inbox").then().statusCode(403);
        as(CLINIC).get("/v1/audit").then().statusCode(403);
        as("app-openmap").get("/v1/referrals").then().statusCode(403);
        as("steward").get("/v1/clients").then().statusCode(403);
        String attempt = offered(CLINIC);
        as(CLINIC).body("{}").post("/v1/attempts/" + attempt + "/accept").then().statusCode(403);
        as(CLINIC)
                .body(Map.of("reason", "no-provider-found"))
                .post("/v1/referrals/" + referralOf(attempt) + "/close")
                .then()
                .statusCode(403);
    }

    @Test
    void whatBelongsToAnotherAnswersAsWhatDoesNotExist() {
        String attempt = offered(CLINIC);
        String referral = referralOf(attempt);
        String client = as(CLINIC).get("/v1/referrals/" + referral).path("client_id");
        for (String path : List.of(
                "/v1/referrals/%s", "/v1/referrals/%s/attempts", "/v1/clients/%s", "/v1/clients/%s/disclosures")) {
            String id = path.contains("clients") ? client : referral;
            sameAsNothing(
                    as(OTHER_CLINIC).get(path.formatted(id)), as(OTHER_CLINIC).get(path.formatted(UUID.randomUUID())));
        }
        for (String verb : List.of("submit", "cancel", "resolve", "attempts")) {
            Map<String, Object> body = switch (verb) {
                case "cancel" -> Map.of("reason", "withdrawn");
                case "resolve" -> Map.of("outcome", "need-resolved");
                case "attempts" -> Map.of("service_id", GRIEF_CIRCLE);
                default -> Map.of();
            };
            sameAsNothing(
                    as(OTHER_CLINIC).body(body).post("/v1/referrals/" + referral + "/" + verb),
                    as(OTHER_CLINIC).body(body).post("/v1/referrals/" + UUID.randomUUID() + "/" + verb));
        }
        sameAsNothing(
                elsewhere().body("{}").post("/v1/attempts/" + attempt + "/accept"),
                elsewhere().body("{}").post("/v1/attempts/" + UUID.randomUUID() + "/accept"));
        sameAsNothing(elsewhere().get("/v1/inbox/" + attempt), elsewhere().get("/v1/inbox/" + UUID.randomUUID()));
        as(OTHER_CLINIC)
                .body(Map.of("client_id", client, "need", "grief"))
                .post("/v1/referrals")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/client_id"));
    }

    @Test
    void aStaleETagIsRefusedAndTheRightOneIsNot() {
        String client = newClient(CLINIC);
        String path = "/v1/clients/" + client;
        String etag = as(CLINIC).get(path).header("ETag");
        as(CLINIC).body(CLIENT).put(path).then().statusCode(428);
        as(CLINIC).header("If-Match", "\"999\"").body(CLIENT).put(path).then().statusCode(412);
        as(CLINIC).header("If-Match", etag).body(CLIENT).put(path).then().statusCode(200);
        as(CLINIC).header("If-Match", etag).delete(path).then().statusCode(412);

        String attempt = offered(CLINIC);
        String before = as("provider-hope").get("/v1/attempts/" + attempt).header("ETag");
        provider(attempt, "view", "{}").then().statusCode(200);
        as("provider-hope")
                .header("If-Match", before)
                .body("{}")
                .post("/v1/attempts/" + attempt + "/accept")
                .then()
                .statusCode(412);
        String now = as("provider-hope").get("/v1/attempts/" + attempt).header("ETag");
        as("provider-hope")
                .header("If-Match", now)
                .body("{}")
                .post("/v1/attempts/" + attempt + "/accept")
                .then()
                .statusCode(200);
    }

    @Test
    void anOfferWithoutAConsentForThatRecipientDoesNotLeave() {
        knowListings();
        String client = newClient(CLINIC);
        String referral = draft(CLINIC, client, "grief");
        as(CLINIC)
                .post("/v1/referrals/" + referral + "/submit")
                .then()
                .statusCode(409)
                .body("type", containsString("consent-missing"));
        consent(CLINIC, client, HOPE_CENTER);
        submit(CLINIC, referral);
        offer(CLINIC, referral, ELSEWHERE).then().statusCode(409).body("type", containsString("consent-missing"));
        offer(CLINIC, referral, UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/service_id"));
        assertThat(stateOf(CLINIC, referral)).isEqualTo("SENT");
    }

    @Test
    void aSecondOpenReferralForTheSameIsADuplicate() {
        knowListings();
        String client = newClient(CLINIC);
        consent(CLINIC, client, HOPE_CENTER);
        String first = draft(CLINIC, client, "grief");
        as(CLINIC)
                .body(Map.of("client_id", client, "need", "grief"))
                .post("/v1/referrals")
                .then()
                .statusCode(409)
                .body("existing_id", equalTo(first));
        submit(CLINIC, first);
        offer(CLINIC, first, GRIEF_CIRCLE).then().statusCode(201);
        String second = draft(CLINIC, client, "grief");
        submit(CLINIC, second);
        offer(CLINIC, second, GRIEF_CIRCLE).then().statusCode(409).body("existing_id", equalTo(first));
        offer(CLINIC, second, HOPE_WALKS).then().statusCode(201);
    }

    @Test
    void whatTheLifecycleDoesNotKnowIsAConflict() {
        String attempt = offered(CLINIC);
        provider(attempt, "complete", "{\"outcome\": \"need-resolved\"}")
                .then()
                .statusCode(409)
                .body("type", containsString("transition-refused"))
                .body("state", equalTo("OFFERED"));
        provider(attempt, "accept", "{}").then().statusCode(200);
        provider(attempt, "accept", "{}").then().statusCode(409);
        provider(attempt, "complete", "{\"outcome\": \"splendid\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/outcome"));
    }

    @Test
    void hostileBodiesAreRefusedWithoutAnEcho() {
        String client = newClient(CLINIC);
        String path = "/v1/referrals";
        as(CLINIC).body("{\"client_id\": ").post(path).then().statusCode(400);
        as(CLINIC)
                .body("{\"client_id\": \"%s\", \"need\": \"grief\", \"zebra\": 1}".formatted(client))
                .post(path)
                .then()
                .statusCode(org.hamcrest.Matchers.anyOf(equalTo(400), equalTo(422)));
        as(CLINIC)
                .body(Map.of("client_id", client, "need", "greif"))
                .post(path)
                .then()
                .statusCode(422)
                .body("errors[0].nearest", hasItem("grief"));
        as(CLINIC)
                .body("{\"display_name\": \"a\\u0000b\"}")
                .post("/v1/clients")
                .then()
                .statusCode(org.hamcrest.Matchers.anyOf(equalTo(400), equalTo(422)));
        as(CLINIC)
                .body("{\"display_name\": \"%s\"}".formatted("x".repeat(300 * 1024)))
                .post("/v1/clients")
                .then()
                .statusCode(413);
        as(CLINIC).get("/v1/referrals/not-an-id").then().statusCode(404);
        as(CLINIC).get("/v1/referrals?cursor=abc").then().statusCode(400);
        as(CLINIC).get("/v1/referrals?limit=0").then().statusCode(422);
    }

    private static void sameAsNothing(Response foreign, Response nothing) {
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(withoutIds(foreign)).isEqualTo(withoutIds(nothing));
    }

    private static String withoutIds(Response response) {
        return response.asString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,32}", "…");
    }
}
