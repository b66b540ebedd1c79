package org.kith.directory.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.localstack.TestTokens;

@DirectoryTest
class HttpMannersTest {
    @TestHTTPResource("/v1/services")
    URI services;

    @Test
    void refusesTokensThatAreNotMeantForIt() {
        var wrong = java.util.List.of(
                TestTokens.sign(TestTokens.claims("steward").audience("referral-service")),
                TestTokens.sign(TestTokens.claims("steward").issuer("http://elsewhere/realms/kith")),
                TestTokens.sign(TestTokens.claims("steward")
                        .issuedAt(Instant.now().minusSeconds(4000).getEpochSecond())
                        .expiresAt(Instant.now().plusSeconds(4000).getEpochSecond())),
                TestTokens.sign(TestTokens.claims("steward")
                        .issuedAt(Instant.now().minusSeconds(4000).getEpochSecond())
                        .expiresAt(Instant.now().minusSeconds(3700).getEpochSecond())),
                "not.a.token");
        for (String token : wrong) {
            given().auth()
                    .oauth2(token)
                    .get("/v1/verification-queue")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
        given().auth()
                .oauth2(TestTokens.of("steward"))
                .get("/v1/verification-queue")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesBodiesThatAreTooLarge() throws Exception {
        String huge = "{\"name\": \"" + "x".repeat(300_000) + "\"}";
        given().auth()
                .oauth2(TestTokens.of("steward"))
                .contentType("application/json")
                .body(huge)
                .post("/v1/services")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
        // Without a length, as a stream.
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(services)
                            .header("Authorization", "Bearer " + TestTokens.of("steward"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofInputStream(
                                    () -> new ByteArrayInputStream(huge.getBytes(StandardCharsets.UTF_8))))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void isReadyWhenItsDatabaseAndItsIndexAre() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.name", hasItem("Database connections health check")));
    }

    @Test
    void answersProblemsAlsoForPathsThatDoNotExist() {
        given().get("/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        given().delete("/hsds/v3/services").then().statusCode(405).contentType("application/problem+json");
    }
}
