package org.kith.directory.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One recurring opening: on which days, and from which minute of the day to which.
 *
 * @param monthly whether the rule counts months; weeks otherwise
 * @param interval every so many weeks or months from the anchor
 * @param monthDays days of the month, negative from its end
 * @param anchor the first date of the series, from which intervals count
 * @param until the last date, inclusive
 * @param closes exclusive; more than a day's minutes where it closes after midnight
 * @param offset the schedule's own offset from UTC; absent, the directory's zone holds
 */
record OpeningRule(
        boolean monthly,
        int interval,
        List<Weekday> days,
        List<Integer> monthDays,
        @Nullable LocalDate anchor,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        int opens,
        int closes,
        @Nullable ZoneOffset offset) {
    static final int DAY_MINUTES = 24 * 60;
    private static final int HORIZON_DAYS = 400;

    /** The same every week, for ever: an index can hold it as plain numbers. */
    boolean isPlainWeekly() {
        return !monthly && interval == 1 && from == null && until == null;
    }

    boolean isOpenAt(Instant moment, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone(zone));
        int minute = local.getHour() * 60 + local.getMinute();
        boolean today = minute >= opens && minute < closes && occursOn(local.toLocalDate());
        boolean sinceYesterday =
                minute + DAY_MINUTES < closes && occursOn(local.toLocalDate().minusDays(1));
        return today || sinceYesterday;
    }

    Optional<ZonedDateTime> nextStart(Instant after, ZoneId zone) {
        ZoneId own = zone(zone);
        LocalDate today = LocalDate.ofInstant(after, own);
        int horizon = isPlainWeekly() ? 7 : HORIZON_DAYS;
        for (int ahead = 0; ahead <= horizon; ahead++) {
            LocalDate date = today.plusDays(ahead);
            if (until != null && date.isAfter(until)) {
                return Optional.empty();
            }
            if (occursOn(date)) {
                ZonedDateTime start = date.atStartOfDay().plusMinutes(opens).atZone(own);
                if (!start.toInstant().isBefore(after)) {
                    return Optional.of(start);
                }
            }
        }
        return Optional.empty();
    }

    boolean occursOn(LocalDate date) {
        if ((from != null && date.isBefore(from)) || (until != null && date.isAfter(until))) {
            return false;
        }
        return monthly ? isInMonth(date) : isInWeek(date);
    }

    private boolean isInWeek(LocalDate date) {
        if (interval > 1 && anchor != null) {
            long weeks = ChronoUnit.WEEKS.between(monday(anchor), monday(date));
            if (Math.floorMod(weeks, (long) interval) != 0) {
                return false;
            }
        }
        if (days.isEmpty()) {
            return anchor == null || anchor.getDayOfWeek() == date.getDayOfWeek();
        }
        return days.stream().anyMatch(day -> day.day() == date.getDayOfWeek());
    }

    private boolean isInMonth(LocalDate date) {
        if (interval > 1 && anchor != null) {
            long months = ChronoUnit.MONTHS.between(anchor.withDayOfMonth(1), date.withDayOfMonth(1));
            if (Math.floorMod(months, (long) interval) != 0) {
                return false;
            }
        }
        if (days.isEmpty() && monthDays.isEmpty()) {
            return anchor != null && anchor.getDayOfMonth() == date.getDayOfMonth();
        }
        int fromEnd = date.getDayOfMonth() - date.lengthOfMonth() - 1;
        boolean monthDay =
                monthDays.isEmpty() || monthDays.contains(date.getDayOfMonth()) || monthDays.contains(fromEnd);
        return monthDay && (days.isEmpty() || days.stream().anyMatch(day -> day.matchesInMonth(date)));
    }

    private ZoneId zone(ZoneId directory) {
        return offset == null ? directory : offset;
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
