package org.kith.directory.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schedules of one place together: on each date those of the narrowest validity hold, and the others do not.
 *
 * <p>Open is what the clock on the wall says: an hour that the clock skips is nowhere open, one that it repeats is twice.
 *
 * @param zone of the place; null where nobody knows, so that the directory's holds
 */
record Timetable(List<OpeningRule> rules, @Nullable ZoneId zone) {
    private static final int HORIZON_DAYS = 400;

    boolean hasExceptions() {
        return rules.stream().anyMatch(rule -> rule.exception() != null);
    }

    /** Whether this opening begins on this date. */
    boolean begins(OpeningRule rule, LocalDate date) {
        return !rule.isClosing() && rule.occursOn(date) && rule.days() == narrowest(date);
    }

    boolean isOpenAt(Instant moment, ZoneId directory) {
        return rules.stream().anyMatch(rule -> isOpenAt(rule, moment, directory));
    }

    Optional<Instant> nextOpen(Instant from, ZoneId directory) {
        if (isOpenAt(from, directory)) {
            return Optional.of(from);
        }
        Instant start = rules.stream()
                .filter(rule -> !rule.isClosing())
                .flatMap(rule -> nextStart(rule, from, directory).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
        return Optional.ofNullable(clockSetBack(from, start, directory)).or(() -> Optional.ofNullable(start));
    }

    private int narrowest(LocalDate date) {
        int narrowest = OpeningRule.REGULAR;
        for (OpeningRule rule : rules) {
            if (rule.exception() != null && rule.days() < narrowest && rule.overridesOn(date)) {
                narrowest = rule.days();
            }
        }
        return narrowest;
    }

    private boolean isOpenAt(OpeningRule rule, Instant moment, ZoneId directory) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone(rule, directory));
        LocalDate date = local.toLocalDate();
        int minute = local.getHour() * 60 + local.getMinute();
        boolean today = minute >= rule.opens() && minute < rule.closes() && begins(rule, date);
        return today || (minute + OpeningRule.DAY_MINUTES < rule.closes() && begins(rule, date.minusDays(1)));
    }

    private Optional<Instant> nextStart(OpeningRule rule, Instant from, ZoneId directory) {
        ZoneId zone = zone(rule, directory);
        LocalDate today = LocalDate.ofInstant(from, zone);
        // What begins far ahead is worth knowing too.
        LocalDate first = rule.from() != null && rule.from().isAfter(today) ? rule.from() : today;
        int horizon = rule.isPlainWeekly() && !hasExceptions() ? 14 : HORIZON_DAYS;
        for (int ahead = 0; ahead <= horizon; ahead++) {
            LocalDate date = first.plusDays(ahead);
            if (rule.until() != null && date.isAfter(rule.until())) {
                return Optional.empty();
            }
            if (begins(rule, date)) {
                Optional<Instant> start = moments(date.atStartOfDay().plusMinutes(rule.opens()), zone)
                        .filter(moment -> !moment.isBefore(from) && isOpenAt(rule, moment, directory))
                        .findFirst();
                if (start.isPresent()) {
                    return start;
                }
            }
        }
        return Optional.empty();
    }

    /** When the clock on the wall shows a time, or first shows a later one. */
    private static Stream<Instant> moments(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? Stream.of(zone.getRules().getTransition(local).getInstant())
                : offsets.stream().map(local::toInstant);
    }

    /** Where the clock goes back into an opening that had ended by it. */
    private @Nullable Instant clockSetBack(Instant from, @Nullable Instant before, ZoneId directory) {
        ZoneRules clock = (zone == null ? directory : zone).getRules();
        Instant limit = before == null ? from.plusSeconds(HORIZON_DAYS * 86_400L) : before;
        ZoneOffsetTransition next = clock.nextTransition(from.minusSeconds(1));
        while (next != null && next.getInstant().isBefore(limit)) {
            if (isOpenAt(next.getInstant(), directory)) {
                return next.getInstant();
            }
            next = clock.nextTransition(next.getInstant());
        }
        return null;
    }

    private ZoneId zone(OpeningRule rule, ZoneId directory) {
        return rule.zone(zone == null ? directory : zone);
    }
}
