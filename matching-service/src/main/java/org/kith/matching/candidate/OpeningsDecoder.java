package org.kith.matching.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Feature;
import org.kith.matching.code.TimeOfDay;

/** Reads HSDS schedules; one that cannot be read is left out, for hours that are wrong are worse than none. */
final class OpeningsDecoder {
    private static final Pattern BYDAY = Pattern.compile("([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)");
    private static final String DAYS = "MOTUWETHFRSASU";
    private static final LocalTime EVENING = LocalTime.of(17, 0);
    private static final LocalTime EVENING_ENDS_AFTER = LocalTime.of(18, 30);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private OpeningsDecoder() {}

    static List<Opening> openings(JsonNode schedules) {
        List<Opening> openings = new ArrayList<>();
        schedules.forEach(schedule -> openings.addAll(openingsOf(schedule)));
        return List.copyOf(openings);
    }

    static Optional<Integer> offsetHours(JsonNode schedules) {
        for (JsonNode schedule : schedules) {
            if (schedule.path("timezone").isNumber()) {
                return Optional.of(schedule.path("timezone").asInt());
            }
        }
        return Optional.empty();
    }

    static CodeSet<TimeOfDay> times(CodeSet<Feature> features, List<Opening> openings) {
        Set<TimeOfDay> times = EnumSet.noneOf(TimeOfDay.class);
        if (features.has(Feature.EVENING)) {
            times.add(TimeOfDay.EVENING);
        }
        if (features.has(Feature.WEEKEND)) {
            times.add(TimeOfDay.WEEKEND);
        }
        if (features.has(Feature.DAYTIME)) {
            times.add(TimeOfDay.DAYTIME);
        }
        for (Opening opening : openings) {
            boolean overnight = !opening.closes().isAfter(opening.opens());
            boolean weekday = !WEEKEND.containsAll(opening.days());
            if (opening.days().stream().anyMatch(WEEKEND::contains)) {
                times.add(TimeOfDay.WEEKEND);
            }
            if (!opening.opens().isBefore(EVENING) || opening.closes().isAfter(EVENING_ENDS_AFTER) || overnight) {
                times.add(TimeOfDay.EVENING);
            }
            if (weekday && opening.opens().isBefore(EVENING)) {
                times.add(TimeOfDay.DAYTIME);
            }
        }
        return CodeSet.of(TimeOfDay.class, times);
    }

    private static List<Opening> openingsOf(JsonNode schedule) {
        Optional<LocalTime> opens = time(schedule, "opens_at");
        Optional<LocalTime> closes = time(schedule, "closes_at");
        if (opens.isEmpty() || closes.isEmpty()) {
            return List.of();
        }
        LocalDate start =
                date(schedule, "valid_from").or(() -> date(schedule, "dtstart")).orElse(null);
        LocalDate end =
                date(schedule, "valid_to").or(() -> date(schedule, "until")).orElse(null);
        int interval = Math.max(1, schedule.path("interval").asInt(1));
        List<Opening> openings = new ArrayList<>();
        days(schedule, start)
                .forEach((ordinal, days) -> openings.add(new Opening(
                        days, ordinal == 0 ? null : ordinal, opens.get(), closes.get(), interval, start, end)));
        return openings;
    }

    /** The days by their ordinal in the month; 0 stands for every week. */
    private static Map<Integer, Set<DayOfWeek>> days(JsonNode schedule, @Nullable LocalDate start) {
        Map<Integer, Set<DayOfWeek>> days = new TreeMap<>();
        boolean monthly = schedule.path("freq").asText("").equalsIgnoreCase("MONTHLY");
        String byday = schedule.path("byday").asText("").toUpperCase(java.util.Locale.ROOT);
        if (byday.isBlank()) {
            if (schedule.hasNonNull("bymonthday") || monthly) {
                return days;
            }
            boolean oneDayAWeek =
                    schedule.path("freq").asText("").equalsIgnoreCase("WEEKLY") && schedule.hasNonNull("dtstart");
            days.put(
                    0,
                    oneDayAWeek && start != null ? EnumSet.of(start.getDayOfWeek()) : EnumSet.allOf(DayOfWeek.class));
            return days;
        }
        Matcher each = BYDAY.matcher(byday);
        while (each.find()) {
            int ordinal = each.group(1) == null ? 0 : Integer.parseInt(each.group(1));
            DayOfWeek day = DayOfWeek.of(DAYS.indexOf(each.group(2)) / 2 + 1);
            days.computeIfAbsent(ordinal, o -> EnumSet.noneOf(DayOfWeek.class)).add(day);
        }
        return days;
    }

    private static Optional<LocalTime> time(JsonNode schedule, String field) {
        String text = schedule.path(field).asText("");
        if (text.startsWith("24:00")) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        try {
            return text.length() < 5 ? Optional.empty() : Optional.of(LocalTime.parse(text.substring(0, 5)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(JsonNode schedule, String field) {
        return ListingDecoder.date(schedule.path(field).asText(""));
    }
}
