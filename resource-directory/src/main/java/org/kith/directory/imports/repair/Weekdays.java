package org.kith.directory.imports.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days of the week in words, numbers (1 is Monday) and ranges, read as {@code MO,TU,WE}. */
public final class Weekdays {
    private static final List<String> CODES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final List<String> NAMES =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private Weekdays() {}

    public static @Nullable String read(String raw) {
        String text = raw.strip().toLowerCase(Locale.ROOT).replaceAll("\\.(?=\\s|,|-|$)", "");
        switch (text) {
            case "daily", "every day", "everyday", "7 days a week" -> text = "monday-sunday";
            case "weekdays" -> text = "monday-friday";
            case "weekends", "weekend" -> text = "saturday,sunday";
            default -> {}
        }
        boolean[] open = new boolean[7];
        for (String part : text.split("\\s*(?:[,;/&]|\\band\\b)\\s*")) {
            String[] ends = part.split("\\s*(?:-|–|\\bto\\b|\\bthrough\\b|\\bthru\\b)\\s*");
            int from = day(ends[0]);
            int to = day(ends[ends.length - 1]);
            if (from < 0 || to < 0 || ends.length > 2) {
                return null;
            }
            for (int day = from; day != to; day = (day + 1) % 7) {
                open[day] = true;
            }
            open[to] = true;
        }
        List<String> days = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            if (open[day]) {
                days.add(CODES.get(day));
            }
        }
        return String.join(",", days);
    }

    private static int day(String name) {
        String text = name.strip();
        if (text.matches("[1-7]")) {
            return Integer.parseInt(text) - 1;
        }
        String singular = text.replaceFirst("s$", "");
        for (int day = 0; day < 7; day++) {
            String full = NAMES.get(day);
            if (text.length() >= 2 && (full.startsWith(text) || full.equals(singular))
                    || text.equals("tues") && day == 1
                    || text.equals("thurs") && day == 3) {
                return day;
            }
        }
        return -1;
    }
}
