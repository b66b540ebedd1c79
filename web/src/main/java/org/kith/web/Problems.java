package org.kith.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The problems (RFC 9457) that Kith answers with. The {@code type} is stable: programs may compare it.
 *
 * <p>No detail ever quotes what the caller sent: it might be somebody's name.
 */
public final class Problems {
    private static final String TYPES = "urn:kith:problem:";

    private Problems() {}

    /** 400: the request itself cannot be read. */
    public static HttpProblem malformed(FieldError... errors) {
        return problem(400, "malformed-request", "The request cannot be read", describe(List.of(errors)))
                .with("errors", List.of(errors))
                .build();
    }

    /** 422: the request can be read, but says something impossible. */
    public static HttpProblem invalid(List<FieldError> errors) {
        return problem(422, "invalid-request", "The request is not valid", describe(errors))
                .with("errors", errors)
                .build();
    }

    /** 422 for a single field. */
    public static HttpProblem invalid(String pointer, String code, String detail) {
        return invalid(List.of(new FieldError(pointer, code, detail)));
    }

    /** 403. */
    public static HttpProblem forbidden(String detail) {
        return problem(403, "forbidden", "Forbidden", detail).build();
    }

    /** 404: also for what exists but belongs to somebody else. */
    public static HttpProblem notFound() {
        return problem(404, "not-found", "Not found", "There is nothing here.").build();
    }

    /** 409 with a type of its own and whatever helps the caller to go on. */
    public static HttpProblem conflict(String slug, String detail, Map<String, ?> extensions) {
        HttpProblem.Builder builder = problem(409, slug, "Conflict", detail);
        extensions.forEach(builder::with);
        return builder.build();
    }

    public static HttpProblem conflict(String slug, String detail) {
        return conflict(slug, detail, Map.of());
    }

    /** 412: somebody changed it since. */
    public static HttpProblem preconditionFailed() {
        return problem(412, "precondition-failed", "Precondition failed", "It has changed since: read it again.")
                .build();
    }

    /** 413. */
    public static HttpProblem tooLarge(String detail) {
        return problem(413, "too-large", "Content too large", detail).build();
    }

    /** 428: an {@code If-Match} header is needed. */
    public static HttpProblem preconditionRequired() {
        return problem(428, "precondition-required", "Precondition required", "Send If-Match with the ETag you read.")
                .build();
    }

    /** 503: come back in so many seconds. */
    public static HttpProblem unavailable(String detail, int retryAfterSeconds) {
        return problem(503, "unavailable", "Service unavailable", detail)
                .withHeader("Retry-After", retryAfterSeconds)
                .build();
    }

    /** A problem with a stable type, for the cases that no method above names. */
    public static HttpProblem.Builder problem(int status, String slug, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create(TYPES + slug))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail);
    }

    private static String describe(List<FieldError> errors) {
        if (errors.isEmpty()) {
            return "";
        }
        FieldError first = errors.getFirst();
        String more = errors.size() == 1 ? "" : " (and %d more)".formatted(errors.size() - 1);
        return first.pointer() + ": " + first.detail() + more;
    }
}
