package org.kith.directory.imports;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses an upload by the size that it announces, before any of it is received, and says so. */
@ApplicationScoped
class UploadSize {
    /** Before Quarkus looks at the size itself, which answers without a word. */
    private static final int BEFORE_BODIES = 1_000;

    /** What the form around the file may take. */
    private static final long FORM_BYTES = 64L << 10;

    private final ImportLimits limits;

    UploadSize(ImportLimits limits) {
        this.limits = limits;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, BEFORE_BODIES);
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean upload = context.request().method().equals(HttpMethod.POST)
                && context.normalizedPath().equals("/v1/imports");
        long limit = limits.uploadSize().asLongValue();
        if (!upload || length == null || !length.matches("\\d{1,18}") || Long.parseLong(length) <= limit + FORM_BYTES) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(new JsonObject()
                        .put("type", "urn:kith:problem:too-large")
                        .put("title", "Content too large")
                        .put("status", 413)
                        .put("detail", "A file may have up to %d MB.".formatted(limit >> 20))
                        .encode())
                .onComplete(done -> context.request().connection().close());
    }
}
