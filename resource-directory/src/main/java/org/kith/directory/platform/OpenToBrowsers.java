package org.kith.directory.platform;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Any web page may use this API: a token travels in a header that pages of others cannot add, never in a cookie.
 *
 * <p>Said to everybody, with or without an Origin, so that caches need not tell callers apart.
 */
@ApplicationScoped
class OpenToBrowsers {
    /** Before authentication: a browser asks first, without a token. */
    private static final int FIRST = -10_000;

    void route(@Observes Router router) {
        router.route("/hsds/*").order(FIRST).handler(OpenToBrowsers::allow);
        router.route("/v1/*").order(FIRST).handler(OpenToBrowsers::allow);
    }

    private static void allow(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader("Access-Control-Allow-Origin", "*");
        response.putHeader(
                "Access-Control-Expose-Headers",
                "ETag, Link, Location, Content-Disposition, Retry-After, RateLimit, RateLimit-Policy, RateLimit-Limit,"
                        + " RateLimit-Remaining, RateLimit-Reset");
        boolean asksFirst = context.request().method().equals(HttpMethod.OPTIONS)
                && context.request().getHeader("Access-Control-Request-Method") != null;
        if (!asksFirst) {
            context.next();
            return;
        }
        response.putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE, OPTIONS");
        response.putHeader(
                "Access-Control-Allow-Headers",
                "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Accept");
        response.putHeader("Access-Control-Max-Age", "86400");
        response.setStatusCode(204).end();
    }
}
