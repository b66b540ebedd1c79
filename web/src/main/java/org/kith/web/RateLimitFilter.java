package org.kith.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netty.util.NetUtil;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.kith.web.RateLimits.Left;
import org.kith.web.RateLimits.Quota;

/** Says on every answer how much the caller has left, and 429 when that is nothing. */
@ApplicationScoped
class RateLimitFilter {
    /** Before tokens are looked at (200), and right after. */
    private static final int BEFORE_AUTHENTICATION = 250;

    private static final int AFTER_AUTHENTICATION = 150;

    private final RateLimitConfig config;
    private final RateLimits limits;
    private final Quota anonymous;
    private final Quota token;
    private final Quota refused;
    private final List<Rule> rules;

    private record Rule(String method, Pattern path, Quota quota) {
        boolean isFor(RoutingContext request) {
            return request.request().method().name().equals(method)
                    && path.matcher(request.normalizedPath()).matches();
        }
    }

    RateLimitFilter(RateLimitConfig config) {
        this.config = config;
        this.anonymous = new Quota("anonymous", config.anonymousRequests(), config.per());
        this.token = new Quota("token", config.tokenRequests(), config.per());
        this.refused = new Quota("refused", config.refusedTokens(), config.per());
        this.rules = config.rules().entrySet().stream()
                .map(e -> new Rule(
                        e.getValue().method(),
                        Pattern.compile(e.getValue().path()),
                        new Quota(
                                e.getKey(),
                                e.getValue().requests(),
                                e.getValue().per())))
                .toList();
        this.limits = new RateLimits(
                config.clients(),
                rules.stream().map(r -> r.quota().per()).reduce(config.per(), RateLimitFilter::longer));
    }

    void register(@Observes Filters filters) {
        if (config.enabled()) {
            filters.register(this::withToken, BEFORE_AUTHENTICATION);
            filters.register(this::count, AFTER_AUTHENTICATION);
        }
    }

    /** Tokens that are refused never reach the count below. */
    private void withToken(RoutingContext request) {
        if (request.request().getHeader("Authorization") == null || isExempt(request)) {
            request.next();
            return;
        }
        String address = address(request);
        Left left = limits.look(refused, address);
        if (!left.allowed()) {
            refuse(request, List.of(left));
            return;
        }
        request.addHeadersEndHandler(end -> {
            if (request.response().getStatusCode() == 401) {
                limits.spend(refused, address);
            }
        });
        request.next();
    }

    private void count(RoutingContext request) {
        if (isExempt(request)) {
            request.next();
            return;
        }
        String subject = subject(request);
        String client = subject.isEmpty() ? address(request) : subject;
        List<Left> left = new ArrayList<>();
        // The harder limit first: what it refuses costs nothing of the other.
        for (Rule rule : rules) {
            if (rule.isFor(request)) {
                left.add(limits.spend(rule.quota(), client));
            }
        }
        if (left.stream().allMatch(Left::allowed)) {
            left.add(limits.spend(subject.isEmpty() ? anonymous : token, client));
        }
        if (left.stream().allMatch(Left::allowed)) {
            say(request.response(), left);
            request.next();
        } else {
            refuse(request, left);
        }
    }

    private boolean isExempt(RoutingContext request) {
        String path = request.normalizedPath();
        return config.exempt().stream().anyMatch(path::startsWith);
    }

    private static String subject(RoutingContext request) {
        if (!(request.user() instanceof QuarkusHttpUser user)) {
            return "";
        }
        SecurityIdentity identity = user.getSecurityIdentity();
        if (identity == null || identity.isAnonymous()) {
            return "";
        }
        String subject = identity.getPrincipal() instanceof JsonWebToken jwt ? jwt.getSubject() : null;
        return "subject " + (subject == null ? identity.getPrincipal().getName() : subject);
    }

    /** A household has a whole /64 of IPv6: who owns one address owns them all. */
    private static String address(RoutingContext request) {
        SocketAddress remote = request.request().remoteAddress();
        String host = remote == null || remote.host() == null ? "" : remote.host();
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        return bytes != null && bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : host;
    }

    /** Both as in draft-ietf-httpapi-ratelimit-headers and, for the scarcest, as before it. */
    private static void say(HttpServerResponse response, List<Left> left) {
        response.putHeader(
                "RateLimit-Policy", left.stream().map(l -> l.quota().policy()).collect(Collectors.joining(", ")));
        response.putHeader("RateLimit", left.stream().map(Left::header).collect(Collectors.joining(", ")));
        Left scarcest =
                left.stream().min(Comparator.comparingLong(Left::remaining)).orElseThrow();
        response.putHeader("RateLimit-Limit", Integer.toString(scarcest.quota().requests()));
        response.putHeader("RateLimit-Remaining", Long.toString(scarcest.remaining()));
        response.putHeader("RateLimit-Reset", Long.toString(scarcest.resetSeconds()));
    }

    private static void refuse(RoutingContext request, List<Left> left) {
        HttpServerResponse response = request.response();
        say(response, left);
        long wait = left.stream()
                .filter(l -> !l.allowed())
                .mapToLong(Left::resetSeconds)
                .max()
                .orElse(1);
        response.setStatusCode(429)
                .putHeader("Retry-After", Long.toString(Math.max(1, wait)))
                .putHeader("Content-Type", "application/problem+json");
        response.end(JsonNodeFactory.instance
                .objectNode()
                .put("type", "urn:kith:problem:too-many-requests")
                .put("title", "Too many requests")
                .put("status", 429)
                .put("detail", "Come back in %d seconds.".formatted(Math.max(1, wait)))
                .put("trace_id", TraceId.newId())
                .toString());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
