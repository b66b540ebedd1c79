package org.kith.matching.candidate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.TimeOfDay;

/**
 * When a listing is open.
 *
 * @param openings none where it states no hours
 * @param zone null where it cannot be told; then only a listing that is open round the clock is known to be open
 * @param times the times of day that it states as features, or that follow from its openings
 */
public record Hours(List<Opening> openings, @Nullable ZoneId zone, CodeSet<TimeOfDay> times) {

    /** Open day and night, every day. */
    public boolean isAlwaysOpen() {
        return openings.stream().anyMatch(Opening::isRoundTheClock);
    }

    /** Whether it is open at the moment; empty where that is not known. */
    public Optional<Boolean> isOpenAt(Instant moment) {
        if (isAlwaysOpen()) {
            return Optional.of(true);
        }
        if (openings.isEmpty() || zone == null) {
            return Optional.empty();
        }
        var local = moment.atZone(zone).toLocalDateTime();
        return Optional.of(openings.stream().anyMatch(opening -> opening.covers(local)));
    }

    /** The next moment at which it opens within five weeks; empty where there is none or it is not known. */
    public Optional<Instant> nextOpening(Instant moment) {
        ZoneId where = zone;
        if (where == null) {
            return Optional.empty();
        }
        var local = moment.atZone(where).toLocalDateTime();
        return openings.stream()
                .flatMap(opening -> opening.nextStart(local).stream())
                .min(java.time.LocalDateTime::compareTo)
                .map(start -> start.atZone(where).toInstant());
    }
}
