package org.kith.matching.candidate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One recurring opening in local time.
 *
 * @param days the days of the week; all seven for a daily opening
 * @param ordinal null for every week; 1 the first such day of a month, −1 the last
 * @param interval every how many weeks, counted from {@code start}
 * @param closes before or equal to {@code opens} where it closes on the next day
 */
public record Opening(
        Set<DayOfWeek> days,
        @Nullable Integer ordinal,
        LocalTime opens,
        LocalTime closes,
        int interval,
        @Nullable LocalDate start,
        @Nullable LocalDate end) {
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final int DAYS_AHEAD = 35;

    public Opening {
        days = Set.copyOf(days);
    }

    boolean isRoundTheClock() {
        return days.size() == 7
                && ordinal == null
                && interval == 1
                && end == null
                && opens.equals(LocalTime.MIDNIGHT)
                && (!closes.isBefore(LAST_MINUTE) || closes.equals(LocalTime.MIDNIGHT));
    }

    boolean covers(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime();
        if (closes.isAfter(opens)) {
            // 23:59 is how the format says "until midnight".
            boolean beforeClosing = time.isBefore(closes) || !closes.isBefore(LAST_MINUTE);
            return happensOn(moment.toLocalDate()) && !time.isBefore(opens) && beforeClosing;
        }
        return (happensOn(moment.toLocalDate()) && !time.isBefore(opens))
                || (happensOn(moment.toLocalDate().minusDays(1)) && time.isBefore(closes));
    }

    Optional<LocalDateTime> nextStart(LocalDateTime after) {
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            LocalDateTime start = after.toLocalDate().plusDays(ahead).atTime(opens);
            if (start.isAfter(after) && happensOn(start.toLocalDate())) {
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    private boolean happensOn(LocalDate day) {
        if (!days.contains(day.getDayOfWeek())
                || (start != null && day.isBefore(start))
                || (end != null && day.isAfter(end))) {
            return false;
        }
        if (ordinal != null) {
            return day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day.getDayOfWeek())));
        }
        return interval <= 1 || start == null || weeksSince(start, day) % interval == 0;
    }

    private static long weeksSince(LocalDate start, LocalDate day) {
        LocalDate monday = start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return ChronoUnit.WEEKS.between(monday, day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }
}
