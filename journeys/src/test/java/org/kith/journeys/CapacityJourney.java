package org.kith.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kith.localstack.Part;

/** A provider says in the inbox that it is full; nobody calls anybody, and yet the ranking changes. */
@ExtendWith(Suite.class)
class CapacityJourney {
    private static final String FIND = "attributes.find { it.taxonomy_term.taxonomy == 'kith:capacity' }";

    private final Http http;
    private String service = "";

    CapacityJourney(Http http) {
        this.http = http;
    }

    @Test
    void whatAProviderSaysReachesTheDirectoryAndTheRanking() {
        Response before = Eventually.soon()
                .until(
                        this::match,
                        response -> response.statusCode() == 200
                                && response.path("results.find { " + ofHopeCenter() + " }") != null);
        service = before.path("results.find { " + ofHopeCenter() + " }.resource.id");
        float open = score(before);

        Eventually.soon().untilAsserted(() -> say("full").then().statusCode(200));

        Eventually.soon()
                .untilAsserted(() -> http.anonymous(Part.DIRECTORY)
                        .get("/hsds/v3/services/" + service)
                        .then()
                        .statusCode(200)
                        .body(FIND + ".taxonomy_term.code", equalTo("full")));
        Eventually.soon().untilAsserted(() -> assertThat(score(match())).isLessThan(open));
        Eventually.soon().untilAsserted(() -> assertThat(rank(match())).isGreaterThanOrEqualTo(rank(before)));
    }

    @AfterEach
    void thereIsRoomAgain() {
        say("open");
    }

    private Response say(String capacity) {
        return http.as("provider-hope", Part.REFERRAL)
                .contentType(ContentType.JSON)
                .body(Map.of("capacity", capacity))
                .put("/v1/inbox/services/" + service + "/capacity");
    }

    private Response match() {
        return http.post(
                "clinic-riverside",
                Part.MATCHING,
                "/v1/matches",
                Map.of(
                        "k",
                        50,
                        "age_band",
                        "adult",
                        "location",
                        Map.of("country", "US", "region", "MD", "lat", 39.33, "lon", -76.60),
                        "max_distance_km",
                        25,
                        "needs",
                        List.of(Map.of("code", "grief", "priority", 3, "urgency", "routine"))));
    }

    private float score(Response answer) {
        return answer.path("results.find { it.resource.id == '" + service + "' }.score");
    }

    private int rank(Response answer) {
        List<String> ids = answer.path("results.resource.id");
        return ids.indexOf(service);
    }

    private static String ofHopeCenter() {
        return "it.resource.organization.id == '" + Referring.HOPE_CENTER + "'";
    }
}
