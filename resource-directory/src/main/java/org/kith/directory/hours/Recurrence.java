package org.kith.directory.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On which dates, as RFC 5545 counts them; lists that are empty limit nothing.
 *
 * @param monthly whether it counts months; weeks otherwise
 * @param interval every so many weeks or months from the anchor
 * @param weekStart on which day a week begins, for intervals and for numbers of weeks
 * @param days in months with their ordinal
 * @param monthDays negative from the end of the month
 * @param weeks of the year, negative from its end
 * @param yearDays negative from the end of the year
 * @param anchor the first date of the series, from which intervals count
 */
record Recurrence(
        boolean monthly,
        int interval,
        DayOfWeek weekStart,
        List<Weekday> days,
        List<Integer> monthDays,
        List<Integer> weeks,
        List<Integer> yearDays,
        @Nullable LocalDate anchor) {
    private static final int DAYS_OF_A_FIRST_WEEK = 4;

    static final Recurrence DAILY =
            new Recurrence(false, 1, DayOfWeek.MONDAY, List.of(), List.of(), List.of(), List.of(), null);

    /** The same every week. */
    boolean isPlain() {
        return !monthly && interval == 1 && monthDays.isEmpty() && weeks.isEmpty() && yearDays.isEmpty();
    }

    /** Without regard to where the series begins and ends. */
    boolean includes(LocalDate date) {
        return (monthly ? isInMonth(date) : isInWeek(date))
                && isAmong(monthDays, date.getDayOfMonth(), date.lengthOfMonth())
                && isAmong(yearDays, date.getDayOfYear(), date.lengthOfYear())
                && (weeks.isEmpty() || isInNumberedWeek(date));
    }

    private boolean isInWeek(LocalDate date) {
        if (interval > 1 && anchor != null) {
            long apart = ChronoUnit.WEEKS.between(weekOf(anchor), weekOf(date));
            if (Math.floorMod(apart, (long) interval) != 0) {
                return false;
            }
        }
        if (!days.isEmpty()) {
            return days.stream().anyMatch(day -> day.day() == date.getDayOfWeek());
        }
        return anchor == null
                || !monthDays.isEmpty()
                || !yearDays.isEmpty()
                || anchor.getDayOfWeek() == date.getDayOfWeek();
    }

    private boolean isInMonth(LocalDate date) {
        if (interval > 1 && anchor != null) {
            long apart = ChronoUnit.MONTHS.between(anchor.withDayOfMonth(1), date.withDayOfMonth(1));
            if (Math.floorMod(apart, (long) interval) != 0) {
                return false;
            }
        }
        if (!days.isEmpty()) {
            return days.stream().anyMatch(day -> day.matchesInMonth(date));
        }
        return !monthDays.isEmpty()
                || !yearDays.isEmpty()
                || (anchor != null && anchor.getDayOfMonth() == date.getDayOfMonth());
    }

    private boolean isInNumberedWeek(LocalDate date) {
        WeekFields counting = WeekFields.of(weekStart, DAYS_OF_A_FIRST_WEEK);
        int week = date.get(counting.weekOfWeekBasedYear());
        int ofYear = (int) date.range(counting.weekOfWeekBasedYear()).getMaximum();
        return isAmong(weeks, week, ofYear);
    }

    private static boolean isAmong(List<Integer> numbers, int number, int last) {
        return numbers.isEmpty() || numbers.contains(number) || numbers.contains(number - last - 1);
    }

    private LocalDate weekOf(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(weekStart));
    }
}
