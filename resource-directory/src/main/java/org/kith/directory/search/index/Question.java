package org.kith.directory.search.index;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the index, already checked.
 *
 * @param words as typed; empty to ask for filters alone
 * @param radiusKm nothing further away; absent, nothing is left out for its distance
 * @param codes codes by list, languages under {@code language}: one of each list must be there
 * @param openAt only what is open then
 * @param now for {@code next_open} and for what is stale
 * @param verifiedSince leaves out what was verified, but before this day (as epoch day)
 */
public record Question(
        String words,
        @Nullable Point near,
        @Nullable Double radiusKm,
        Map<String, Set<String>> codes,
        @Nullable Double age,
        @Nullable Instant openAt,
        Instant now,
        ZoneId zone,
        @Nullable Long verifiedSince,
        Order order,
        int limit,
        boolean facets,
        @Nullable Position after) {
    public enum Order {
        RELEVANCE,
        DISTANCE,
        FRESHNESS
    }

    boolean hasWords() {
        return !words.isBlank();
    }

    /** Without words nothing is more relevant than another: the nearest first, else the freshest. */
    Order effectiveOrder() {
        if (order == Order.RELEVANCE && !hasWords()) {
            return near == null ? Order.FRESHNESS : Order.DISTANCE;
        }
        return order;
    }
}
