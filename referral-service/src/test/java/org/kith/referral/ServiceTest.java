package org.kith.referral;

import static io.restassured.RestAssured.given;
import static org.kith.localstack.TestTokens.HOPE_CENTER;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.kith.localstack.PartsResource;
import org.kith.localstack.TestTokens;

/** The service as it runs, with a PostgreSQL and a Kafka of its own; one configuration for all tests. */
@QuarkusTestResource(
        value = PartsResource.class,
        initArgs = {@ResourceArg(name = "database", value = "referral"), @ResourceArg(name = "kafka", value = "true")})
public abstract class ServiceTest {
    protected static final String OTHER_ORGANIZATION = "0d9f3f6e-9a52-4a3c-8f0e-1b2c3d4e5f60";
    protected static final UUID GRIEF_CIRCLE = UUID.fromString("5c0f6ed2-1f8e-4c9d-9a55-0d1f6f7a8b01");
    protected static final UUID HOPE_WALKS = UUID.fromString("5c0f6ed2-1f8e-4c9d-9a55-0d1f6f7a8b02");
    protected static final UUID ELSEWHERE = UUID.fromString("5c0f6ed2-1f8e-4c9d-9a55-0d1f6f7a8b03");
    protected static final UUID SHELTER = UUID.fromString("5c0f6ed2-1f8e-4c9d-9a55-0d1f6f7a8b04");
    protected static final String CLIENT = """
            {"display_name": "Zebra Quill", "language": "en", "contact": {"phone": "+14105550100", "email": null,
             "preferred": "phone", "safe_to_call": true, "voicemail_ok": false, "shared_device": false}}""";

    @Inject
    protected AgroalDataSource database;

    protected static RequestSpecification as(String account) {
        return given().header("Authorization", "Bearer " + TestTokens.of(account))
                .contentType(ContentType.JSON);
    }

    protected static RequestSpecification elsewhere() {
        String token = TestTokens.provider("elsewhere", OTHER_ORGANIZATION);
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    /** Services of Hope Center, one of another organization, and a shelter. */
    protected void knowListings() {
        listing(GRIEF_CIRCLE, HOPE_CENTER, "Grief circle", false);
        listing(HOPE_WALKS, HOPE_CENTER, "Walks", false);
        listing(ELSEWHERE, OTHER_ORGANIZATION, "Elsewhere", false);
        listing(SHELTER, HOPE_CENTER, "Safe house", true);
    }

    private void listing(UUID service, String organization, String name, boolean confidential) {
        sql("INSERT INTO listing VALUES ('%s', '%s', 'Some organization', '%s', 'active', null, %s, false, '{}', 1)"
                        .formatted(service, organization, name, confidential)
                + " ON CONFLICT DO NOTHING");
    }

    /** As the superuser that the migrations run as; what the service itself may do is another matter. */
    protected void sql(String statement) {
        try (Connection connection = database.getConnection();
                var run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static String newClient(String account) {
        return as(account)
                .body(CLIENT)
                .post("/v1/clients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    protected static String consent(String account, String client, String... organizations) {
        StringBuilder recipients = new StringBuilder();
        for (String organization : organizations) {
            recipients
                    .append(recipients.isEmpty() ? "" : ",")
                    .append("{\"organization_id\":\"%s\"}".formatted(organization));
        }
        return as(account)
                .body("""
                        {"recipients": [%s], "information": ["need", "contact"], "purpose": "referral",
                         "expires_at": "2099-05-22", "given": "verbal", "part2": false}""".formatted(recipients))
                .post("/v1/clients/" + client + "/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    protected static String draft(String account, String client, String need) {
        return as(account)
                .body("""
                        {"client_id": "%s", "need": "%s", "urgency": "routine", "match_id": null, "plan_id": null,
                         "note": "Prefers mornings, says Heron"}""".formatted(client, need))
                .post("/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    protected static void submit(String account, String referral) {
        as(account).post("/v1/referrals/" + referral + "/submit").then().statusCode(200);
    }

    protected static Response offer(String account, String referral, UUID service) {
        return as(account).body(Map.of("service_id", service)).post("/v1/referrals/" + referral + "/attempts");
    }

    /** A client with a consent, a referral, and an offer of it to Hope Center; the attempt's id. */
    protected String offered(String account) {
        knowListings();
        String client = newClient(account);
        consent(account, client, HOPE_CENTER);
        String referral = draft(account, client, "grief");
        submit(account, referral);
        return offer(account, referral, GRIEF_CIRCLE)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    protected static Response provider(String attempt, String verb, String body) {
        return as("provider-hope").body(body).post("/v1/attempts/" + attempt + "/" + verb);
    }

    protected static String referralOf(String attempt) {
        return as("provider-hope")
                .get("/v1/attempts/" + attempt)
                .then()
                .extract()
                .path("referral_id");
    }

    protected static String stateOf(String account, String referral) {
        return as(account)
                .get("/v1/referrals/" + referral)
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }
}
