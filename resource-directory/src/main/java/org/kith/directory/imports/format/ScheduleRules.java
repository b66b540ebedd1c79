package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.directory.imports.repair.Findings;
import org.kith.directory.imports.repair.Times;
import org.kith.directory.imports.repair.Weekdays;

/** Opening hours: times, days and how often. */
final class ScheduleRules {
    private static final Pattern BYDAY =
            Pattern.compile("[+-]?\\d{0,2}(MO|TU|WE|TH|FR|SA|SU)(,[+-]?\\d{0,2}(MO|TU|WE|TH|FR|SA|SU))*");

    private ScheduleRules() {}

    static boolean apply(ObjectNode now, Findings findings) {
        time(now, "opens_at", true, findings);
        time(now, "closes_at", false, findings);
        frequency(now, findings);
        days(now, "byday", findings);
        days(now, "wkst", findings);
        if (now.path("wkst").asText("").length() > 2) {
            now.remove("wkst");
        }
        boolean says = now.hasNonNull("opens_at")
                || now.hasNonNull("byday")
                || now.hasNonNull("description")
                || now.hasNonNull("notes")
                || now.hasNonNull("valid_from")
                || now.hasNonNull("dtstart")
                || now.hasNonNull("schedule_link")
                || now.hasNonNull("closes_at");
        if (!says) {
            findings.add("opens_at", "nothing-said", "There is nothing in it to keep.", null, null);
        }
        return says;
    }

    private static void time(ObjectNode now, String field, boolean opening, Findings findings) {
        String given = Rules.text(now, field);
        if (given == null) {
            return;
        }
        String time = Times.read(given, opening);
        if (time == null) {
            now.remove(field);
            describe(now, (opening ? "Opens " : "Closes ") + given);
            findings.add(
                    field,
                    "time-unclear",
                    "The time cannot be read with certainty; it went to the description.",
                    given,
                    null);
        } else {
            now.put(field, time);
            if (!time.equals(given)) {
                findings.add(field, "time-repaired", "The time was put into hours and minutes.", given, time);
            }
        }
    }

    private static void frequency(ObjectNode now, Findings findings) {
        String given = Rules.text(now, "freq");
        if (given == null) {
            if (now.hasNonNull("byday")) {
                now.put("freq", "WEEKLY");
            }
            return;
        }
        switch (given.toUpperCase(Locale.ROOT)) {
            case "WEEKLY" -> now.put("freq", "WEEKLY");
            case "MONTHLY" -> now.put("freq", "MONTHLY");
            case "DAILY" -> {
                now.put("freq", "WEEKLY");
                if (!now.hasNonNull("byday")) {
                    now.put("byday", "MO,TU,WE,TH,FR,SA,SU");
                }
                findings.add("freq", "daily", "Every day is, in HSDS, weekly on all days.", given, "WEEKLY");
            }
            default -> {
                now.remove("freq");
                describe(now, given);
                findings.add(
                        "freq", "frequency", "HSDS knows weekly and monthly; moved to the description.", given, null);
            }
        }
    }

    private static void days(ObjectNode now, String field, Findings findings) {
        String given = Rules.text(now, field);
        if (given == null || BYDAY.matcher(given).matches()) {
            return;
        }
        String days = days(given);
        if (days == null) {
            now.remove(field);
            describe(now, given);
            findings.add(field, "days-unclear", "The days cannot be read; they went to the description.", given, null);
        } else {
            now.put(field, days);
            findings.add(field, "days-repaired", "The days were put into two letters each.", given, days);
        }
    }

    private static @Nullable String days(String given) {
        String tight = given.toUpperCase(Locale.ROOT).replaceAll("\\s+", "");
        return BYDAY.matcher(tight).matches() ? tight : Weekdays.read(given);
    }

    private static void describe(ObjectNode now, String more) {
        String description = Rules.text(now, "description");
        now.put("description", description == null ? more : description + "; " + more);
    }
}
