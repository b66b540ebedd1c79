package org.kith.referral.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.kith.localstack.TestTokens.HOPE_CENTER;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.localstack.TestTokens;
import org.kith.referral.ServiceTest;

/** What a coordinator and the staff of an organization do all day. */
@QuarkusTest
class EverydayTest extends ServiceTest {
    private static final String COORDINATOR = "riverside-coordinator";
    private static final String CLINIC = "clinic-riverside";

    @Test
    void theWorklistSaysWhoseTurnItIs() {
        knowListings();
        String client = newClient(CLINIC);
        consent(CLINIC, client, HOPE_CENTER);
        String referral = draft(CLINIC, client, "grief");
        submit(CLINIC, referral);
        assertThat(worklist("to-offer")).contains(referral);

        String attempt = offer(CLINIC, referral, GRIEF_CIRCLE)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(worklist("to-offer")).doesNotContain(referral);
        assertThat(worklist("waiting")).contains(referral);
        sql("UPDATE attempt SET due_at = now() - interval '1 day' WHERE id = '" + attempt + "'");
        assertThat(worklist("overdue")).contains(referral);

        provider(attempt, "decline", "{\"reason\": \"not-eligible\"}").then().statusCode(200);
        assertThat(worklist("came-back")).contains(referral);
        as("hilltop-coordinator")
                .get("/v1/worklist?limit=100")
                .then()
                .statusCode(200)
                .body("items.referral_id", not(hasItem(referral)));
        offer(CLINIC, referral, HOPE_WALKS)
                .then()
                .statusCode(409)
                .body("type", containsString("organization-already-tried"));
    }

    @Test
    void listsArePagedAndLinked() {
        for (int i = 0; i < 3; i++) {
            newClient("clinic-hilltop");
        }
        String first =
                as("clinic-hilltop").get("/v1/clients?limit=2").then().extract().path("next");
        String link = as("clinic-hilltop").get("/v1/clients?limit=2").header("Link");
        assertThat(link).contains("rel=\"next\"").contains(first);
        List<String> one = as("clinic-hilltop").get("/v1/clients?limit=2").path("items.id");
        List<String> two = as("clinic-hilltop")
                .queryParam("limit", 2)
                .queryParam("cursor", first)
                .get("/v1/clients")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(two).isNotEmpty().doesNotContainAnyElementsOf(one);
        as(CLINIC).queryParam("cursor", first).get("/v1/clients").then().statusCode(400);
    }

    @Test
    void aPlanHasAtMostThreeOpenReferralsUnlessACoordinatorSaysWhy() {
        String client = newClient(CLINIC);
        String plan = as(CLINIC)
                .body("""
                        {"client_id": "%s", "pace": "gentle", "steps": [{"stage": 1, "goal": "one group a month",
                         "check_in_days": 7, "actions": [{"type": "refer", "resource_id": "%s"}]}]}""".formatted(client, GRIEF_CIRCLE))
                .post("/v1/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(CLINIC).get("/v1/plans/" + plan).then().statusCode(200).body("steps[0].goal", equalTo("one group a month"));
        for (String need : List.of("grief", "isolation", "food")) {
            as(CLINIC)
                    .body(Map.of("client_id", client, "need", need, "plan_id", plan))
                    .post("/v1/referrals")
                    .then()
                    .statusCode(201);
        }
        Map<String, String> fourth = Map.of(
                "client_id", client, "need", "sleep", "plan_id", plan, "over_limit_reason", "Asked for it at intake");
        as(CLINIC)
                .body(fourth)
                .post("/v1/referrals")
                .then()
                .statusCode(409)
                .body("type", containsString("too-many-open-referrals"));
        as(COORDINATOR).body(fourth).post("/v1/referrals").then().statusCode(201);
    }

    @Test
    void aCheckInIsRecordedOnceAndNamesWhatItCallsFor() {
        String attempt = offered(CLINIC);
        String referral = referralOf(attempt);
        provider(attempt, "accept", "{}").then().statusCode(200);
        provider(attempt, "start", "{}").then().statusCode(200);
        String checkIn =
                as(COORDINATOR).get("/v1/check-ins?referral_id=" + referral).path("items[0].id");
        String answers = "{\"contacted\": true, \"helped\": \"no\", \"felt_safe\": false, \"urgency\": \"urgent\"}";
        as("hilltop-coordinator")
                .body(answers)
                .post("/v1/check-ins/" + checkIn + "/record")
                .then()
                .statusCode(404);
        as(COORDINATOR)
                .body(answers)
                .post("/v1/check-ins/" + checkIn + "/record")
                .then()
                .statusCode(200)
                .body("hints", hasItems("crisis", "new-referral", "report-unsafe"));
        as(COORDINATOR)
                .body(answers)
                .post("/v1/check-ins/" + checkIn + "/record")
                .then()
                .statusCode(409);
        as(CLINIC).get("/v1/referrals/" + referral).then().body("history.event", hasItem("checkin.recorded"));
    }

    @Test
    void aVerbNeedsNoBody() throws Exception {
        String attempt = offered(CLINIC);
        as("provider-hope").post("/v1/attempts/" + attempt + "/view").then().statusCode(200);
        HttpRequest accept = HttpRequest.newBuilder(URI.create(
                        RestAssured.baseURI + ":" + RestAssured.port + "/v1/attempts/" + attempt + "/accept"))
                .header("Authorization", "Bearer " + TestTokens.of("provider-hope"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient plain = HttpClient.newHttpClient()) {
            assertThat(plain.send(accept, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
        provider(attempt, "start", "{\"zebra\": 1}").then().statusCode(422);
        as("provider-hope").get("/v1/inbox/counts").then().statusCode(200).body("$", hasKey("ACCEPTED"));
    }

    @Test
    void aPlaceOnAWaitingListIsGivenUpForANewOffer() {
        String attempt = offered(CLINIC);
        String referral = referralOf(attempt);
        String client = as(CLINIC).get("/v1/referrals/" + referral).path("client_id");
        offer(CLINIC, referral, ELSEWHERE).then().statusCode(409);
        provider(attempt, "waitlist", "{\"estimated_days\": 30}")
                .then()
                .statusCode(200)
                .body("task_status", equalTo("on-hold"));
        consent(CLINIC, client, OTHER_ORGANIZATION);
        offer(CLINIC, referral, ELSEWHERE).then().statusCode(201);
        as(CLINIC)
                .get("/v1/referrals/" + referral)
                .then()
                .body("state", equalTo("REROUTING"))
                .body("attempts.state", hasItems("WITHDRAWN", "OFFERED"));
    }

    @Test
    void aCoordinatorGivesUpAndASourceCancels() {
        String given = referralOf(offered(CLINIC));
        as(COORDINATOR)
                .body(Map.of("reason", "client-unreachable"))
                .post("/v1/referrals/" + given + "/close")
                .then()
                .statusCode(200)
                .body("state", equalTo("EXHAUSTED"))
                .body("task_status", equalTo("failed"));
        String cancelled = referralOf(offered(CLINIC));
        as(CLINIC)
                .body(Map.of("reason", "boredom"))
                .post("/v1/referrals/" + cancelled + "/cancel")
                .then()
                .statusCode(422);
        as(CLINIC)
                .body(Map.of("reason", "withdrawn"))
                .post("/v1/referrals/" + cancelled + "/cancel")
                .then()
                .statusCode(200)
                .body("business_status", equalTo("withdrawn"));
        String taken = offered(CLINIC);
        as(CLINIC).body("{}").post("/v1/attempts/" + taken + "/withdraw").then().statusCode(200);
        assertThat(stateOf(CLINIC, referralOf(taken))).isEqualTo("MATCHING");
    }

    private static List<String> worklist(String kind) {
        return as(COORDINATOR)
                .get("/v1/worklist?limit=100&kind=" + kind)
                .then()
                .statusCode(200)
                .extract()
                .path("items.referral_id");
    }
}
