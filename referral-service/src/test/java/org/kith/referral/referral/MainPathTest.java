package org.kith.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kith.localstack.TestTokens.HOPE_CENTER;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.kith.referral.ServiceTest;

@QuarkusTest
class MainPathTest extends ServiceTest {
    private static final String CLINIC = "clinic-riverside";

    @Test
    void aReferralIsFollowedFromTheConsentToTheNeedMet() {
        knowListings();
        String client = newClient(CLINIC);
        consent(CLINIC, client, HOPE_CENTER);
        String referral = draft(CLINIC, client, "grief");
        assertThat(stateOf(CLINIC, referral)).isEqualTo("DRAFT");
        submit(CLINIC, referral);
        assertThat(stateOf(CLINIC, referral)).isEqualTo("SENT");

        String attempt = offer(CLINIC, referral, GRIEF_CIRCLE)
                .then()
                .statusCode(201)
                .body("state", equalTo("OFFERED"))
                .body("task_status", equalTo("requested"))
                .body("organization_id", equalTo(HOPE_CENTER))
                .body("due_at", notNullValue())
                .extract()
                .path("id");

        as("provider-hope")
                .get("/v1/inbox")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(attempt))
                .body("items.find { it.id == '%s' }.need".formatted(attempt), equalTo("grief"))
                .body("items.find { it.id == '%s' }.language".formatted(attempt), equalTo("en"))
                .body("items.find { it.id == '%s' }.safe_contact.safe_to_call".formatted(attempt), equalTo(true))
                .body("items.find { it.id == '%s' }.client".formatted(attempt), nullValue())
                .body("items.find { it.id == '%s' }.note".formatted(attempt), nullValue());

        provider(attempt, "accept", "{}").then().statusCode(200).body("state", equalTo("ACCEPTED"));
        as("provider-hope")
                .get("/v1/inbox/" + attempt)
                .then()
                .statusCode(200)
                .body("client.display_name", equalTo("Zebra Quill"))
                .body("client.contact.phone", equalTo("+14105550100"))
                .body("note", equalTo("Prefers mornings, says Heron"));
        provider(attempt, "start", "{}").then().statusCode(200).body("state", equalTo("IN_SERVICE"));
        provider(attempt, "complete", "{\"outcome\": \"need-resolved\", \"summary\": \"Came to six evenings\"}")
                .then()
                .statusCode(200)
                .body("business_status", equalTo("need-resolved"));

        as(CLINIC)
                .get("/v1/referrals/" + referral)
                .then()
                .statusCode(200)
                .body("state", equalTo("RESOLVED"))
                .body("task_status", equalTo("completed"))
                .body("attempts.size()", equalTo(1))
                .body("attempts[0].state", equalTo("COMPLETED"))
                .body(
                        "history.event",
                        hasItems(
                                "referral.submitted",
                                "attempt.offered",
                                "attempt.accepted",
                                "attempt.started",
                                "attempt.completed",
                                "referral.resolved"))
                .header("ETag", notNullValue());
        as(CLINIC)
                .get("/v1/clients/" + client + "/disclosures")
                .then()
                .statusCode(200)
                .body("items.information", hasItem(hasItems("identity", "contact")));
        as(CLINIC).get("/v1/referrals").then().statusCode(200).body("items.id", hasItem(referral));
        as("clinic-hilltop").get("/v1/referrals").then().statusCode(200).body("items.id", not(hasItem(referral)));
        as("riverside-coordinator")
                .get("/v1/check-ins?referral_id=" + referral)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }
}
