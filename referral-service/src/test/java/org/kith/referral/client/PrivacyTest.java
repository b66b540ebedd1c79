package org.kith.referral.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kith.localstack.TestTokens.HOPE_CENTER;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.referral.ServiceTest;

@QuarkusTest
class PrivacyTest extends ServiceTest {
    private static final String CLINIC = "clinic-riverside";

    @Test
    void noTableHoldsANameAContactOrFreeTextThatCanBeRead() throws SQLException {
        String attempt = offered(CLINIC);
        provider(attempt, "accept", "{}").then().statusCode(200);
        provider(attempt, "complete", "{\"outcome\": \"need-resolved\", \"summary\": \"Spoke of her late Wombat\"}")
                .then()
                .statusCode(200);
        String other = offered(CLINIC);
        provider(other, "decline", "{\"reason\": \"other\", \"text\": \"Knows Wombat already\"}")
                .then()
                .statusCode(200);
        List<String> leaks = new ArrayList<>();
        for (String table : tables()) {
            for (String word : List.of("Zebra", "Quill", "4105550100", "Heron", "Wombat")) {
                if (contains(table, word)) {
                    leaks.add(table + " holds " + word);
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void erasingAClientDestroysItsKeyAndEndsWhatIsOpen() throws SQLException {
        String attempt = offered(CLINIC);
        String referral = referralOf(attempt);
        String client = as(CLINIC).get("/v1/referrals/" + referral).path("client_id");
        String etag = as(CLINIC).get("/v1/clients/" + client).header("ETag");
        as(CLINIC).delete("/v1/clients/" + client).then().statusCode(428);
        as(CLINIC)
                .header("If-Match", etag)
                .delete("/v1/clients/" + client)
                .then()
                .statusCode(204);

        as(CLINIC).get("/v1/clients/" + client).then().statusCode(404);
        as(CLINIC)
                .get("/v1/referrals/" + referral)
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("note", nullValue());
        as("provider-hope").get("/v1/inbox/" + attempt).then().statusCode(200).body("safe_contact", nullValue());
        try (Connection connection = database.getConnection();
                ResultSet keys = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM client_key WHERE client_id = '" + client + "'")) {
            keys.next();
            assertThat(keys.getInt(1)).isZero();
        }
    }

    @Test
    void revokingConsentCancelsWhatIsOpenAndClosesReading() {
        knowListings();
        String client = newClient(CLINIC);
        String consent = consent(CLINIC, client, HOPE_CENTER);
        String referral = draft(CLINIC, client, "grief");
        submit(CLINIC, referral);
        String attempt = offer(CLINIC, referral, GRIEF_CIRCLE).then().extract().path("id");
        provider(attempt, "accept", "{}").then().statusCode(200);
        as("provider-hope").get("/v1/inbox/" + attempt).then().body("client.display_name", equalTo("Zebra Quill"));

        as(CLINIC)
                .post("/v1/consents/" + consent + "/revoke")
                .then()
                .statusCode(200)
                .body("status", equalTo("revoked"));

        as(CLINIC)
                .get("/v1/referrals/" + referral)
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("business_status", equalTo("consent-revoked"))
                .body("attempts[0].state", equalTo("WITHDRAWN"))
                .body("history.event", hasItems("consent.revoked", "attempt.withdrawn", "referral.cancelled"));
        as("provider-hope")
                .get("/v1/inbox/" + attempt)
                .then()
                .statusCode(200)
                .body("client", nullValue())
                .body("note", nullValue());
        as(CLINIC).post("/v1/consents/" + consent + "/revoke").then().statusCode(200);
    }

    @Test
    void revokingAlsoClosesReadingOfWhatIsFinished() {
        knowListings();
        String client = newClient(CLINIC);
        String consent = consent(CLINIC, client, HOPE_CENTER);
        String referral = draft(CLINIC, client, "grief");
        submit(CLINIC, referral);
        String attempt = offer(CLINIC, referral, GRIEF_CIRCLE).then().extract().path("id");
        provider(attempt, "accept", "{}").then().statusCode(200);
        provider(attempt, "complete", "{\"outcome\": \"need-resolved\"}").then().statusCode(200);
        as("provider-hope").get("/v1/inbox/" + attempt).then().body("client", notNullValue());
        as(CLINIC).post("/v1/consents/" + consent + "/revoke").then().statusCode(200);
        as("provider-hope").get("/v1/inbox/" + attempt).then().statusCode(200).body("client", nullValue());
        assertThat(stateOf(CLINIC, referral)).isEqualTo("RESOLVED");
    }

    @Test
    void aConsentThatNamesNoContactKeepsTheContactBack() {
        knowListings();
        String client = newClient(CLINIC);
        as(CLINIC)
                .body("""
                        {"recipients": [{"organization_id": "%s"}], "information": ["need", "identity"],
                         "purpose": "referral", "given": "written", "part2": true}""".formatted(HOPE_CENTER))
                .post("/v1/clients/" + client + "/consents")
                .then()
                .statusCode(201);
        String referral = draft(CLINIC, client, "grief");
        submit(CLINIC, referral);
        String attempt = offer(CLINIC, referral, GRIEF_CIRCLE).then().extract().path("id");
        provider(attempt, "accept", "{}").then().statusCode(200);
        as("provider-hope")
                .get("/v1/inbox/" + attempt)
                .then()
                .body("client.display_name", equalTo("Zebra Quill"))
                .body("client.contact", nullValue())
                .body("part2_notice", notNullValue());
        as(CLINIC)
                .get("/v1/clients/" + client + "/disclosures")
                .then()
                .body("items.organization_id", hasItem(HOPE_CENTER))
                .body("items.part2_notice", hasItem(notNullValue()));
    }

    @Test
    void aFreshClientHasNoDisclosures() {
        as(CLINIC)
                .get("/v1/clients/" + newClient(CLINIC) + "/disclosures")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.getConnection();
                ResultSet names = connection
                        .createStatement()
                        .executeQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                                + " AND table_type = 'BASE TABLE'")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private boolean contains(String table, String word) throws SQLException {
        String hex = java.util.HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        String query = "SELECT count(*) FROM \"%s\" t WHERE t::text LIKE '%%%s%%' OR t::text LIKE '%%%s%%'"
                .formatted(table, word, hex);
        try (Connection connection = database.getConnection();
                ResultSet found = connection.createStatement().executeQuery(query)) {
            found.next();
            return found.getInt(1) > 0;
        }
    }
}
