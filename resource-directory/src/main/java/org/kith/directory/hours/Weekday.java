package org.kith.directory.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of an iCalendar BYDAY: {@code TU}, or {@code 1TU} and {@code -1SA} within a month.
 *
 * @param ordinal which one of the month, negative from its end; 0 for every one
 */
record Weekday(int ordinal, DayOfWeek day) {
    private static final List<String> CODES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Pattern PART = Pattern.compile("([+-]?[1-5])?\\s*(MO|TU|WE|TH|FR|SA|SU)");

    /** The parts that can be read; what cannot is left out. */
    static List<Weekday> parse(String byday) {
        List<Weekday> days = new ArrayList<>();
        Matcher part = PART.matcher(byday.toUpperCase(Locale.ROOT));
        while (part.find()) {
            int ordinal = part.group(1) == null ? 0 : Integer.parseInt(part.group(1));
            days.add(new Weekday(ordinal, DayOfWeek.of(CODES.indexOf(part.group(2)) + 1)));
        }
        return List.copyOf(days);
    }

    static String code(DayOfWeek day) {
        return CODES.get(day.ordinal());
    }

    @Override
    public String toString() {
        return (ordinal == 0 ? "" : Integer.toString(ordinal)) + code(day);
    }

    boolean matchesInMonth(LocalDate date) {
        if (date.getDayOfWeek() != day) {
            return false;
        }
        int fromStart = (date.getDayOfMonth() - 1) / 7 + 1;
        int fromEnd = (date.lengthOfMonth() - date.getDayOfMonth()) / 7 + 1;
        return ordinal == 0 || ordinal == fromStart || ordinal == -fromEnd;
    }
}
