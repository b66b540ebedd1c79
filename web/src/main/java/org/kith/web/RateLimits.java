package org.kith.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How much each client has left. A bounded number of clients, in memory of this replica alone. */
final class RateLimits {
    private final Cache<String, Bucket> buckets;

    RateLimits(int clients, Duration longest) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(clients)
                .expireAfterAccess(longest.multipliedBy(2))
                .build();
    }

    /** So many requests in each window. */
    record Quota(String name, int requests, Duration per) {
        /** As {@code RateLimit-Policy} says it. */
        String policy() {
            return "\"%s\";q=%d;w=%d".formatted(name, requests, per.toSeconds());
        }
    }

    /**
     * What is left after a request.
     *
     * @param resetSeconds until everything is there again
     */
    record Left(Quota quota, boolean allowed, long remaining, long resetSeconds) {
        /** As {@code RateLimit} says it. */
        String header() {
            return "\"%s\";r=%d;t=%d".formatted(quota.name(), remaining, resetSeconds);
        }
    }

    Left spend(Quota quota, String client) {
        ConsumptionProbe probe = bucket(quota, client).tryConsumeAndReturnRemaining(1);
        return left(quota, probe.isConsumed(), probe.getRemainingTokens(), probe.getNanosToWaitForReset());
    }

    /** Without spending anything. */
    Left look(Quota quota, String client) {
        var probe = bucket(quota, client).estimateAbilityToConsume(1);
        return left(quota, probe.canBeConsumed(), probe.getRemainingTokens(), probe.getNanosToWaitForRefill());
    }

    private static Left left(Quota quota, boolean allowed, long remaining, long nanos) {
        return new Left(quota, allowed, remaining, TimeUnit.NANOSECONDS.toSeconds(nanos + 999_999_999L));
    }

    private Bucket bucket(Quota quota, String client) {
        // A window that is refilled at once, so that "so many until then" is the whole truth.
        return buckets.get(
                quota.name() + '|' + client,
                key -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(quota.requests()).refillIntervally(quota.requests(), quota.per()))
                        .build());
    }
}
