package org.kith.directory.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Schedule;

/** What HSDS says of hours, read as slowly and plainly as possible: to judge the quick reading by. */
final class NaiveHours {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 6, 30);

    private final List<Schedule> schedules;
    private final List<Set<LocalDate>> dates;

    NaiveHours(List<Schedule> schedules) {
        this.schedules = schedules;
        this.dates = schedules.stream().map(NaiveHours::dates).toList();
    }

    /** @param wall what the clock on the wall shows */
    boolean isOpen(LocalDateTime wall) {
        for (int i = 0; i < schedules.size(); i++) {
            Schedule schedule = schedules.get(i);
            String opensAt = schedule.opensAt();
            String closesAt = schedule.closesAt();
            if (opensAt == null || closesAt == null) {
                continue;
            }
            for (LocalDate date : List.of(wall.toLocalDate(), wall.toLocalDate().minusDays(1))) {
                if (!dates.get(i).contains(date) || isReplaced(schedule, date)) {
                    continue;
                }
                LocalDateTime opens = date.atTime(LocalTime.parse(opensAt));
                LocalDateTime closes = closesAt.equals("24:00") || closesAt.equals("23:59")
                        ? date.plusDays(1).atStartOfDay()
                        : date.atTime(LocalTime.parse(closesAt));
                if (!closes.isAfter(opens)) {
                    closes = closes.plusDays(1);
                }
                if (!wall.isBefore(opens) && wall.isBefore(closes)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isReplaced(Schedule schedule, LocalDate date) {
        long mine = width(schedule);
        for (int i = 0; i < schedules.size(); i++) {
            Schedule other = schedules.get(i);
            boolean there = other.opensAt() == null
                    ? dates.get(i).contains(date)
                    : width(other) < Long.MAX_VALUE && !date.isBefore(from(other)) && !date.isAfter(to(other));
            if (there && width(other) < mine) {
                return true;
            }
        }
        return false;
    }

    private static long width(Schedule schedule) {
        if (schedule.validFrom() == null || schedule.validTo() == null) {
            return Long.MAX_VALUE;
        }
        long days = ChronoUnit.DAYS.between(schedule.validFrom(), schedule.validTo()) + 1;
        return days > 366 ? Long.MAX_VALUE : days;
    }

    /** Walks from the start, day by day, and counts the weeks and months that begin on the way. */
    private static Set<LocalDate> dates(Schedule schedule) {
        Set<LocalDate> series = new TreeSet<>();
        Integer count = schedule.count();
        int interval = schedule.interval() == null ? 1 : schedule.interval();
        DayOfWeek first = schedule.wkst() == null ? DayOfWeek.MONDAY : day(schedule.wkst());
        LocalDate start = start(schedule);
        int weeks = 0;
        int months = 0;
        for (LocalDate date = start; !date.isAfter(LAST); date = date.plusDays(1)) {
            weeks += !date.equals(start) && date.getDayOfWeek() == first ? 1 : 0;
            months += !date.equals(start) && date.getDayOfMonth() == 1 ? 1 : 0;
            boolean ended = (schedule.until() != null && date.isAfter(schedule.until()))
                    || (count != null && series.size() >= count);
            boolean monthly = "MONTHLY".equals(schedule.freq());
            boolean inStep = (monthly ? months : weeks) % interval == 0;
            if (!ended && (schedule.freq() == null || (inStep && isNamed(schedule, date)))) {
                series.add(date);
            }
        }
        series.removeIf(date -> date.isBefore(from(schedule)) || date.isAfter(to(schedule)));
        return series;
    }

    private static boolean isNamed(Schedule schedule, LocalDate date) {
        return (schedule.byday() == null || names(schedule.byday(), date))
                && (schedule.bymonthday() == null || numbers(schedule.bymonthday(), date));
    }

    private static boolean names(@Nullable String byday, LocalDate date) {
        for (String part : String.valueOf(byday).split(",")) {
            String ordinal = part.substring(0, part.length() - 2);
            if (date.getDayOfWeek() != day(part.substring(part.length() - 2))) {
                continue;
            }
            if (ordinal.isEmpty()) {
                return true;
            }
            int wanted = Integer.parseInt(ordinal);
            List<LocalDate> same = date.withDayOfMonth(1)
                    .datesUntil(date.withDayOfMonth(1).plusMonths(1))
                    .filter(d -> d.getDayOfWeek() == date.getDayOfWeek())
                    .toList();
            int place = wanted > 0 ? wanted - 1 : same.size() + wanted;
            if (place >= 0 && place < same.size() && same.get(place).equals(date)) {
                return true;
            }
        }
        return false;
    }

    private static boolean numbers(String bymonthday, LocalDate date) {
        for (String part : bymonthday.split(",")) {
            int wanted = Integer.parseInt(part);
            LocalDate meant = wanted > 0
                    ? date.withDayOfMonth(1).plusDays(wanted - 1L)
                    : date.withDayOfMonth(1).plusMonths(1).plusDays(wanted);
            if (meant.equals(date)) {
                return true;
            }
        }
        return false;
    }

    private static DayOfWeek day(String code) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(code)) {
                return day;
            }
        }
        throw new IllegalArgumentException(code);
    }

    private static LocalDate start(Schedule schedule) {
        return schedule.dtstart() == null ? FIRST : schedule.dtstart();
    }

    private static LocalDate from(Schedule schedule) {
        return schedule.validFrom() == null ? LocalDate.MIN : schedule.validFrom();
    }

    private static LocalDate to(Schedule schedule) {
        return schedule.validTo() == null ? LocalDate.MAX : schedule.validTo();
    }
}
