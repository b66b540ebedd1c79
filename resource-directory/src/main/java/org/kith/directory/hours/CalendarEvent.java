package org.kith.directory.hours;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One opening rule as dates of a calendar.
 *
 * @param rrule null where RFC 5545 cannot say it, so that all dates are listed
 * @param more further dates
 * @param except dates on which an exception holds instead
 */
record CalendarEvent(
        ZoneId zone,
        LocalDateTime start,
        LocalDateTime end,
        @Nullable String rrule,
        List<LocalDateTime> more,
        List<LocalDateTime> except) {
    private static final int HORIZON_DAYS = 400;
    private static final int LISTED_DAYS = 731;

    /**
     * @param since from when on a series without a beginning is told
     * @return empty where it never happens
     */
    static Optional<CalendarEvent> of(Timetable timetable, OpeningRule rule, LocalDate since, ZoneId place) {
        if (rule.isClosing()) {
            return Optional.empty();
        }
        LocalDate from = rule.from() == null ? since : rule.from();
        LocalDate first = from.datesUntil(from.plusDays(HORIZON_DAYS))
                .filter(rule::occursOn)
                .findFirst()
                .orElse(null);
        if (first == null) {
            return Optional.empty();
        }
        ZoneId zone = rule.zone(place);
        String rrule = rrule(rule, zone);
        List<LocalDate> listed = rrule == null
                ? first.datesUntil(first.plusDays(LISTED_DAYS))
                        .filter(rule::occursOn)
                        .toList()
                : List.of(first);
        List<LocalDateTime> except = timetable.rules().stream()
                .map(OpeningRule::exception)
                .filter(Objects::nonNull)
                .filter(exception -> !exception.last().isBefore(first))
                .flatMap(exception ->
                        exception.first().datesUntil(exception.last().plusDays(1)))
                .distinct()
                .sorted()
                .filter(date -> !date.isBefore(first) && rule.occursOn(date) && !timetable.begins(rule, date))
                .map(date -> at(date, rule.opens()))
                .toList();
        return Optional.of(new CalendarEvent(
                zone,
                at(first, rule.opens()),
                at(first, rule.closes()),
                rrule,
                listed.stream().skip(1).map(date -> at(date, rule.opens())).toList(),
                except));
    }

    private static LocalDateTime at(LocalDate date, int minutes) {
        return date.atStartOfDay().plusMinutes(minutes);
    }

    private static @Nullable String rrule(OpeningRule rule, ZoneId zone) {
        Recurrence recurrence = rule.recurrence();
        boolean beyond = !recurrence.weeks().isEmpty()
                || !recurrence.yearDays().isEmpty()
                || (!recurrence.monthly() && !recurrence.monthDays().isEmpty())
                // Allowed, and read differently by many.
                || (!recurrence.days().isEmpty() && !recurrence.monthDays().isEmpty());
        if (beyond) {
            return null;
        }
        StringBuilder text = new StringBuilder(recurrence.monthly() ? monthly(recurrence) : weekly(recurrence));
        if (recurrence.interval() > 1) {
            text.append(";INTERVAL=").append(recurrence.interval());
        }
        // Also where it is Monday, which RFC 5545 takes for granted and some calendars do not.
        text.append(";WKST=").append(Weekday.code(recurrence.weekStart()));
        if (rule.until() != null) {
            LocalDateTime last = rule.until().atTime(LocalTime.of(23, 59, 59));
            text.append(";UNTIL=").append(CalendarText.utc(last.atZone(zone).toInstant()));
        }
        return text.toString();
    }

    private static String weekly(Recurrence recurrence) {
        if (!recurrence.days().isEmpty()) {
            return "FREQ=WEEKLY" + byDay(recurrence);
        }
        LocalDate anchor = recurrence.anchor();
        return anchor == null ? "FREQ=DAILY" : "FREQ=WEEKLY;BYDAY=" + Weekday.code(anchor.getDayOfWeek());
    }

    private static String monthly(Recurrence recurrence) {
        List<Integer> days = recurrence.monthDays();
        LocalDate anchor = recurrence.anchor();
        if (days.isEmpty() && recurrence.days().isEmpty() && anchor != null) {
            days = List.of(anchor.getDayOfMonth());
        }
        String byMonthDay = days.stream().map(String::valueOf).collect(Collectors.joining(","));
        return "FREQ=MONTHLY" + byDay(recurrence) + (days.isEmpty() ? "" : ";BYMONTHDAY=" + byMonthDay);
    }

    private static String byDay(Recurrence recurrence) {
        return recurrence.days().isEmpty()
                ? ""
                : ";BYDAY=" + recurrence.days().stream().map(Weekday::toString).collect(Collectors.joining(","));
    }
}
