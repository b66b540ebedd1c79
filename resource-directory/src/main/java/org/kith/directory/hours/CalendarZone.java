package org.kith.directory.hours;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A VTIMEZONE out of the rules that Java knows. */
final class CalendarZone {
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx", Locale.ROOT);
    private static final DateTimeFormatter LONG_OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    private CalendarZone() {}

    static String id(ZoneId zone) {
        // A bare offset would look like a number, and a Z like nothing.
        return zone instanceof ZoneOffset offset ? "UTC" + LONG_OFFSET.format(offset) : zone.getId();
    }

    /** @param year of the earliest event */
    static void write(CalendarText text, ZoneId zone, int year) {
        ZoneRules rules = zone.getRules();
        LocalDateTime start = LocalDateTime.of(year - 1, 1, 1, 0, 0);
        text.line("BEGIN", "VTIMEZONE").line("TZID", id(zone));
        ZoneOffset first = rules.getOffset(start);
        observance(text, false, start, first, first, null);
        int following = year;
        for (ZoneOffsetTransition change : rules.getTransitions()) {
            if (change.getDateTimeBefore().isAfter(start)) {
                observance(text, change, rules, null);
                following = Math.max(following, change.getDateTimeBefore().getYear() + 1);
            }
        }
        List<ZoneOffsetTransitionRule> forEver = rules.getTransitionRules();
        for (ZoneOffsetTransitionRule rule : forEver) {
            int since = following == year ? year - 1 : following;
            observance(text, rule.createTransition(since), rules, rule);
        }
        text.line("END", "VTIMEZONE");
    }

    private static void observance(
            CalendarText text, ZoneOffsetTransition change, ZoneRules rules, @Nullable ZoneOffsetTransitionRule every) {
        boolean summer = rules.isDaylightSavings(change.getInstant());
        observance(
                text,
                summer,
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                every == null ? null : yearly(every, change));
    }

    private static void observance(
            CalendarText text,
            boolean summer,
            LocalDateTime start,
            ZoneOffset before,
            ZoneOffset after,
            @Nullable String rule) {
        String name = summer ? "DAYLIGHT" : "STANDARD";
        text.line("BEGIN", name)
                .line("DTSTART", CalendarText.local(start))
                .line("TZOFFSETFROM", OFFSET.format(before))
                .line("TZOFFSETTO", OFFSET.format(after));
        if (rule != null) {
            text.line("RRULE", rule);
        }
        text.line("END", name);
    }

    /** By the weekday that the change really falls on, which a rule in UTC may shift. */
    private static String yearly(ZoneOffsetTransitionRule rule, ZoneOffsetTransition change) {
        LocalDateTime local = change.getDateTimeBefore();
        DayOfWeek day = local.getDayOfWeek();
        int first = rule.getDayOfMonthIndicator();
        String year = "FREQ=YEARLY;BYMONTH=" + local.getMonthValue();
        if (rule.getDayOfWeek() == null) {
            return year + ";BYMONTHDAY=" + local.getDayOfMonth();
        }
        String code = Weekday.code(day);
        if (first < 0) {
            return year + ";BYDAY=-1" + code;
        }
        if (first % 7 == 1) {
            return year + ";BYDAY=" + ((first - 1) / 7 + 1) + code;
        }
        StringBuilder days = new StringBuilder();
        for (int dayOfMonth = first; dayOfMonth < first + 7; dayOfMonth++) {
            days.append(days.isEmpty() ? "" : ",").append(dayOfMonth);
        }
        return year + ";BYDAY=" + code + ";BYMONTHDAY=" + days;
    }
}
