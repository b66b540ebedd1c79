package org.kith.journeys;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.localstack.Part;
import org.kith.localstack.Stack;

/** Requests to the three services as one of the accounts, with its real token. */
final class Http {
    private static final Duration TOKEN_USE = Duration.ofMinutes(3);

    private record Token(String text, Instant until) {}

    private final Stack stack;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Http(Stack stack) {
        this.stack = stack;
    }

    RequestSpecification anonymous(Part part) {
        return given().baseUri(stack.url(part).toString()).accept(ContentType.JSON);
    }

    RequestSpecification as(String account, Part part) {
        return anonymous(part).auth().oauth2(token(account));
    }

    /** A POST with a body and a key of its own. */
    Response post(String account, Part part, String path, Object body) {
        return posting(account, part, body).post(path);
    }

    /** A POST that changes what was read at this version. */
    Response change(String account, Part part, String path, String etag, Object body) {
        return posting(account, part, body).header("If-Match", etag).post(path);
    }

    private RequestSpecification posting(String account, Part part, Object body) {
        return as(account, part)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body);
    }

    private String token(String account) {
        return tokens.compute(
                        account,
                        (name, known) -> known != null && known.until().isAfter(Instant.now())
                                ? known
                                : new Token(
                                        stack.tokens().of(name), Instant.now().plus(TOKEN_USE)))
                .text();
    }
}
