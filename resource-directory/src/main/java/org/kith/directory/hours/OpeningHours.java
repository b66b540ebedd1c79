package org.kith.directory.hours;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kith.directory.hsds.Schedule;

/** All openings of a listing together. Times without an offset of their own are in the zone given with the question. */
public final class OpeningHours {
    private final List<OpeningRule> rules;

    OpeningHours(List<OpeningRule> rules) {
        this.rules = List.copyOf(rules);
    }

    public static OpeningHours of(Collection<Schedule> schedules) {
        return new OpeningHours(schedules.stream()
                .flatMap(schedule -> ScheduleReader.read(schedule).stream())
                .toList());
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    public boolean isOpenAt(Instant moment, ZoneId zone) {
        return rules.stream().anyMatch(rule -> rule.isOpenAt(moment, zone));
    }

    /** The earliest moment from the given one on when it is open: that moment itself where it is open then. */
    public Optional<OffsetDateTime> nextOpen(Instant from, ZoneId zone) {
        if (isOpenAt(from, zone)) {
            return Optional.of(from.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime());
        }
        return rules.stream()
                .flatMap(rule -> rule.nextStart(from, zone).stream())
                .min(Comparator.comparing(ZonedDateTime::toInstant))
                .map(ZonedDateTime::toOffsetDateTime);
    }

    /**
     * The openings that are the same every week in the directory's zone, as minutes of the week from Monday 00:00; one
     * that runs over the week's end comes in two.
     */
    public List<WeeklyOpening> weekly() {
        return weekly(false);
    }

    /** Those whose schedule has an offset of its own, in UTC. */
    public List<WeeklyOpening> weeklyInUtc() {
        return weekly(true);
    }

    private List<WeeklyOpening> weekly(boolean withOffset) {
        List<WeeklyOpening> openings = new ArrayList<>();
        for (OpeningRule rule : rules) {
            ZoneOffset offset = rule.offset();
            if (rule.isPlainWeekly() && withOffset == (offset != null)) {
                int shift = offset == null ? 0 : offset.getTotalSeconds() / 60;
                for (int day = 0; day < 7; day++) {
                    if (isOn(rule, day)) {
                        int start = day * OpeningRule.DAY_MINUTES - shift;
                        WeeklyOpening.add(openings, start + rule.opens(), start + rule.closes());
                    }
                }
            }
        }
        return openings;
    }

    /** Whether some opening is not the same every week, so that only {@link #isOpenAt} can tell. */
    public boolean hasMoreThanWeekly() {
        return rules.stream().anyMatch(rule -> !rule.isPlainWeekly());
    }

    /** A compact form that {@link #fromBytes} reads. */
    public byte[] toBytes() {
        return OpeningBytes.write(rules);
    }

    public static OpeningHours fromBytes(byte[] bytes, int offset, int length) {
        return new OpeningHours(OpeningBytes.read(bytes, offset, length));
    }

    private static boolean isOn(OpeningRule rule, int day) {
        return rule.days().isEmpty()
                || rule.days().stream().anyMatch(weekday -> weekday.day().ordinal() == day);
    }
}
