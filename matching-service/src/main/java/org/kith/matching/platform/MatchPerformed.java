package org.kith.matching.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a match was made: versions and counts, and nothing of the person.
 *
 * @param region ISO 3166-2, only where at least 100,000 people live in it
 */
public record MatchPerformed(
        UUID matchId,
        PolicyRef policy,
        String directoryVersion,
        String crisisTableVersion,
        int k,
        long eligible,
        Map<String, Long> filtered,
        List<UUID> resourceIds,
        @Nullable String region,
        Instant performedAt) {

    public record PolicyRef(String version, String sha256) {}
}
