package org.kith.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.kith.localstack.PartsResource;
import org.kith.localstack.TestTokens;

/** Limits of a handful, as this module's test configuration sets them for a few paths. */
@QuarkusTest
@QuarkusTestResource(PartsResource.class)
class RateLimitTest {
    @Test
    void saysWhatIsLeftAndRefusesWhatIsTooMuch() {
        Response first = anonymously("/echo/scarce");
        assertThat(first.statusCode()).isEqualTo(404);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"scarce\";q=3;w=3600, \"anonymous\";q=5000;w=60");
        assertThat(first.header("RateLimit")).matches("\"scarce\";r=2;t=\\d+, \"anonymous\";r=\\d+;t=\\d+");
        assertThat(first.header("RateLimit-Remaining")).isEqualTo("2");
        anonymously("/echo/scarce");
        anonymously("/echo/scarce");
        anonymously("/echo/scarce")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .header("RateLimit", containsString("\"scarce\";r=0"))
                .body("type", equalTo("urn:kith:problem:too-many-requests"))
                .body("trace_id", matchesPattern("[0-9a-f]{32}"));
        // Whatever a header says, it is the same client.
        given().header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9")
                .get("/echo/scarce")
                .then()
                .statusCode(429);
        // Elsewhere there is plenty, and somebody with a token has a purse of its own.
        anonymously("/echo").then().header("RateLimit-Policy", equalTo("\"anonymous\";q=5000;w=60"));
        assertThat(with("clinic-riverside", "/echo/scarce").header("RateLimit"))
                .matches("\"scarce\";r=2;t=\\d+, \"token\";r=\\d+;t=\\d+");
        with("clinic-riverside", "/echo/scarce");
        with("clinic-riverside", "/echo/scarce");
        assertThat(with("clinic-riverside", "/echo/scarce").statusCode()).isEqualTo(429);
        assertThat(with("provider-hope", "/echo/scarce").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyCountsWhoLooksAtTheHealth() {
        assertThat(given().get("/q/openapi").header("RateLimit")).isNull();
    }

    private static Response anonymously(String path) {
        return given().get(path);
    }

    private static Response with(String account, String path) {
        return given().auth().oauth2(TestTokens.of(account)).get(path);
    }
}
