package org.kith.directory.hours;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One schedule: on which dates, and from which minute of the day to which.
 *
 * @param from the first date on which it can be; null for ever
 * @param until the last one, inclusive
 * @param exception its own few dates, on which it is instead of the regular ones; null for a regular one
 * @param opens minutes from midnight
 * @param closes exclusive; more than a day's minutes where it closes after midnight; the same as opens for a closing
 * @param offset the schedule's own offset from UTC, which HSDS writes as a number and which knows no summer time
 */
record OpeningRule(
        Recurrence recurrence,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Exception exception,
        int opens,
        int closes,
        @Nullable ZoneOffset offset) {
    static final int DAY_MINUTES = 24 * 60;

    /** How narrow a regular schedule is: less than any exception. */
    static final int REGULAR = Integer.MAX_VALUE;

    /** @param last inclusive */
    record Exception(LocalDate first, LocalDate last) {
        int days() {
            return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        }
    }

    boolean isClosing() {
        return opens == closes;
    }

    int days() {
        return exception == null ? REGULAR : exception.days();
    }

    /** The same every week, for ever: an index can hold it as plain numbers. */
    boolean isPlainWeekly() {
        return exception == null && offset == null && from == null && until == null && recurrence.isPlain();
    }

    boolean occursOn(LocalDate date) {
        return (from == null || !date.isBefore(from))
                && (until == null || !date.isAfter(until))
                && recurrence.includes(date);
    }

    /** A closing is for its dates alone; other hours for a while are for all of that while. */
    boolean overridesOn(LocalDate date) {
        if (exception == null) {
            return false;
        }
        return isClosing() ? occursOn(date) : !date.isBefore(exception.first()) && !date.isAfter(exception.last());
    }

    /**
     * Where the clock hangs that it goes by.
     *
     * @param place the zone of the place; an offset that it has in some part of the year only names it
     */
    ZoneId zone(ZoneId place) {
        return offset == null || Zones.observes(place, offset) ? place : offset;
    }
}
