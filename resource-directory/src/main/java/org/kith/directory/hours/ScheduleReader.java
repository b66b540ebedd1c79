package org.kith.directory.hours;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Schedule;

/** Reads an HSDS schedule as an opening, where it says enough to be one. */
final class ScheduleReader {
    private static final Pattern TIME = Pattern.compile(
            "\\s*([01]?\\d|2[0-4]):([0-5]\\d)(?::[0-5]\\d(?:\\.\\d+)?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?\\s*");
    private static final int LAST_MINUTE = OpeningRule.DAY_MINUTES - 1;
    private static final int COUNT_HORIZON_DAYS = 3_660;

    private ScheduleReader() {}

    /** Empty without hours, or with a rule that we cannot follow: nobody is sent to a closed door by a guess. */
    static Optional<OpeningRule> read(Schedule schedule) {
        Matcher opens = time(schedule.opensAt());
        Matcher closes = time(schedule.closesAt());
        boolean monthly = "MONTHLY".equals(upper(schedule.freq()));
        int interval = schedule.interval() == null ? 1 : schedule.interval();
        boolean uncountable = interval < 1 || (interval > 1 && schedule.dtstart() == null);
        if (!opens.matches()
                || !closes.matches()
                || uncountable
                || isGiven(schedule.byweekno())
                || isGiven(schedule.byyearday())) {
            return Optional.empty();
        }
        int from = minutes(opens);
        int to = minutes(closes);
        if (to == LAST_MINUTE) {
            to = OpeningRule.DAY_MINUTES;
        }
        List<Weekday> days = Weekday.parse(text(schedule.byday()));
        List<Integer> monthDays = numbers(text(schedule.bymonthday()));
        if ((isGiven(schedule.byday()) && days.isEmpty())
                || (monthly && days.isEmpty() && monthDays.isEmpty() && schedule.dtstart() == null)) {
            return Optional.empty();
        }
        OpeningRule rule = new OpeningRule(
                monthly,
                interval,
                days,
                monthDays,
                schedule.dtstart(),
                latest(schedule.validFrom(), schedule.dtstart()),
                earliest(schedule.validTo(), schedule.until()),
                from,
                to <= from ? to + OpeningRule.DAY_MINUTES : to,
                offset(opens.group(3), schedule.timezone()));
        return Optional.of(counted(rule, schedule.count()));
    }

    /** COUNT becomes a last date, once, so that nobody counts again at each question. */
    private static OpeningRule counted(OpeningRule rule, @Nullable Integer count) {
        LocalDate first = rule.anchor();
        if (count == null || first == null) {
            return rule;
        }
        LocalDate last = first;
        int seen = 0;
        for (int day = 0; day < COUNT_HORIZON_DAYS && seen < count; day++) {
            LocalDate date = first.plusDays(day);
            if (rule.occursOn(date)) {
                seen++;
                last = date;
            }
        }
        return new OpeningRule(
                rule.monthly(),
                rule.interval(),
                rule.days(),
                rule.monthDays(),
                rule.anchor(),
                rule.from(),
                earliest(rule.until(), last),
                rule.opens(),
                rule.closes(),
                rule.offset());
    }

    /** The time's own offset wins over the schedule's. */
    private static @Nullable ZoneOffset offset(@Nullable String suffix, @Nullable BigDecimal hours) {
        if (suffix != null) {
            return ZoneOffset.of(suffix);
        }
        if (hours == null || hours.abs().compareTo(BigDecimal.valueOf(18)) > 0) {
            return null;
        }
        return ZoneOffset.ofTotalSeconds(
                hours.multiply(BigDecimal.valueOf(3600)).intValue());
    }

    private static Matcher time(@Nullable String time) {
        return TIME.matcher(text(time));
    }

    private static int minutes(Matcher time) {
        int minutes = Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
        return Math.min(minutes, OpeningRule.DAY_MINUTES);
    }

    private static List<Integer> numbers(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(part -> part.matches("[+-]?\\d{1,2}"))
                .map(Integer::valueOf)
                .toList();
    }

    private static @Nullable LocalDate latest(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }

    private static boolean isGiven(@Nullable String text) {
        return !text(text).isBlank();
    }

    private static String upper(@Nullable String text) {
        return text(text).strip().toUpperCase(Locale.ROOT);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
