package org.kith.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.localstack.PartsResource;
import org.kith.localstack.TestTokens;

@QuarkusTest
@QuarkusTestResource(PartsResource.class)
class HttpMannersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    unknown field      | {"count": 1, "colour": 2}             | /colour  | unknown-field
                    wrong type         | {"count": "one"}                      | /count   | wrong-type
                    number as text     | {"count": 1, "text": 5}               | /text    | wrong-type
                    null for a number  | {"count": null}                       | /count   | wrong-type
                    fraction for a whole number | {"count": 1.5}               | /count   | wrong-type
                    bad uuid           | {"count": 1, "id": "x"}               | /id      | wrong-type
                    U+0000             | {"count": 1, "text": "a\\u0000"}      | /text    | wrong-type
                    lone surrogate     | {"count": 1, "text": "\\ud800"}       | /text    | wrong-type
                    array for object   | [1]                                   | ''       | wrong-type
                    not JSON           | {"count": 1,,}                        | ''       | not-json
                    duplicate field    | {"count": 1, "count": 2}              | ''       | not-json
                    trailing text      | {"count": 1} {"count": 1}             | ''       | wrong-type
                    """)
    void namesTheFieldThatCannotBeRead(String name, String body, String pointer, String code) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:kith:problem:malformed-request"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code))
                .body("trace_id", matchesPattern("[0-9a-f]{32}"))
                .body(not(containsString("org.kith")));
    }

    @Test
    void namesTheFieldThatBreaksARule() {
        post("{\"count\": 1, \"text\": \"longer\", \"inners\": [{}]}")
                .statusCode(422)
                .body("errors.pointer", equalTo(java.util.List.of("/inners/0/first_name", "/text")))
                .body("errors.code", equalTo(java.util.List.of("required", "out-of-range")));
    }

    @Test
    void readsSnakeCaseAndWritesNoNulls() {
        post("{\"count\": 1, \"inners\": [{\"first_name\": \"a\"}]}")
                .statusCode(200)
                .body(equalTo("{\"count\":1,\"inners\":[{\"first_name\":\"a\"}]}"));
    }

    @Test
    void refusesJsonNestedTooDeep() {
        post("[".repeat(5000) + "]".repeat(5000)).statusCode(400);
    }

    @Test
    void refusesNulInTheUrl() {
        given().urlEncodingEnabled(false)
                .get("/echo?per_page=1&q=%00")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:kith:problem:malformed-request"));
    }

    @Test
    void namesTheParameterOutOfRange() {
        given().get("/echo?per_page=101").then().body("errors[0].pointer", equalTo("per_page"));
    }

    @Test
    void readsTheTenantFromTheToken() {
        given().auth()
                .oauth2(TestTokens.of("provider-hope"))
                .get("/echo/caller")
                .then()
                .statusCode(200)
                .body("tenant", equalTo("hope-center"))
                .body("hsds", equalTo(TestTokens.HOPE_CENTER));
    }

    @Test
    void refusesACallerWhoseTokenNamesNoOrganization() {
        given().auth()
                .oauth2(TestTokens.of("steward"))
                .get("/echo/caller")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:kith:problem:forbidden"));
    }

    // The token's type is checked only where the keys come from the issuer: the journeys show it with real ID tokens.
    static Stream<Arguments> badTokens() {
        long now = System.currentTimeMillis() / 1000;
        return Stream.of(
                Arguments.of(
                        "for another service",
                        TestTokens.claims("clinic-riverside").audience("another-service")),
                Arguments.of(
                        "of another realm",
                        TestTokens.claims("clinic-riverside").issuer("http://localhost/other")),
                Arguments.of(
                        "expired",
                        TestTokens.claims("clinic-riverside")
                                .issuedAt(now - 400)
                                .expiresAt(now - 100)),
                Arguments.of(
                        "older than five minutes",
                        TestTokens.claims("clinic-riverside")
                                .issuedAt(now - 400)
                                .expiresAt(now + 30_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesATokenThatIs(String name, JwtClaimsBuilder claims) {
        given().auth()
                .oauth2(TestTokens.sign(claims))
                .get("/echo/caller")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void refusesWhatIsNoToken() {
        given().auth().oauth2("not.a.token").get("/echo/caller").then().statusCode(401);
    }

    @Test
    void answersAnonymousWrongRoleAndForgottenEndpointsWithProblems() {
        given().get("/echo/caller").then().statusCode(401).contentType("application/problem+json");
        given().auth()
                .oauth2(TestTokens.of("auditor"))
                .get("/echo/caller")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(TestTokens.of("steward"))
                .get("/echo/forgotten")
                .then()
                .statusCode(403);
        given().get("/echo/nowhere").then().statusCode(404).body("type", equalTo("urn:kith:problem:not-found"));
    }

    @Test
    void saysNothingOfWhatBroke() {
        given().get("/echo/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body(not(containsString("secret")))
                .body(not(containsString("IllegalState")));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/echo").then();
    }
}
