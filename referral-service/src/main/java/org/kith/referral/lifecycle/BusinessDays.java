package org.kith.referral.lifecycle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** Counts days on which offices are open, in the time zone of the people who must answer. */
public record BusinessDays(ZoneId zone, Set<LocalDate> holidays) {

    /** The same time of day, so many open days later; what begins on a closed day counts from the next open one. */
    public Instant after(Instant start, int days) {
        ZonedDateTime at = start.atZone(zone);
        while (isClosed(at.toLocalDate())) {
            at = at.plusDays(1).toLocalDate().atStartOfDay(zone);
        }
        int left = days;
        while (left > 0) {
            at = at.plusDays(1);
            if (!isClosed(at.toLocalDate())) {
                left--;
            }
        }
        return at.toInstant();
    }

    private boolean isClosed(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays.contains(day);
    }
}
