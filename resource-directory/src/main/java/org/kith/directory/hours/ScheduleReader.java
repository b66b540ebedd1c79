package org.kith.directory.hours;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Schedule;

/** Reads HSDS schedules as opening rules, where they say enough to be some. */
final class ScheduleReader {
    private static final Pattern TIME = Pattern.compile(
            "\\s*([01]?\\d|2[0-4]):([0-5]\\d)(?::[0-5]\\d(?:\\.\\d+)?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?\\s*");
    private static final Pattern NUMBERS = Pattern.compile("\\s*[+-]?\\d{1,3}(\\s*,\\s*[+-]?\\d{1,3})*\\s*");
    private static final int LAST_MINUTE = OpeningRule.DAY_MINUTES - 1;
    private static final int COUNT_HORIZON_DAYS = 3_660;
    /** What is valid for longer is a regular schedule. */
    private static final int LONGEST_EXCEPTION_DAYS = 366;

    private ScheduleReader() {}

    static Timetable timetable(Collection<Schedule> schedules, @Nullable ZoneId zone) {
        return new Timetable(
                schedules.stream().flatMap(schedule -> read(schedule).stream()).toList(), zone);
    }

    /** Of a few dates, with other hours or none. */
    static boolean isException(Schedule schedule) {
        return exception(schedule) != null;
    }

    /** Empty without hours, or with a rule that we cannot follow: nobody is sent to a closed door by a guess. */
    static Optional<OpeningRule> read(Schedule schedule) {
        OpeningRule.Exception exception = exception(schedule);
        Recurrence recurrence = recurrence(schedule, exception).orElse(null);
        boolean closing = isBlank(schedule.opensAt()) && isBlank(schedule.closesAt());
        Matcher opens = TIME.matcher(text(schedule.opensAt()));
        Matcher closes = TIME.matcher(text(schedule.closesAt()));
        if (recurrence == null || (closing ? exception == null : !opens.matches() || !closes.matches())) {
            return Optional.empty();
        }
        int from = closing ? 0 : minutes(opens);
        int to = closing ? 0 : minutes(closes);
        if (to == LAST_MINUTE) {
            to = OpeningRule.DAY_MINUTES;
        }
        if (!closing && to <= from) {
            to += OpeningRule.DAY_MINUTES;
        }
        LocalDate start = schedule.dtstart();
        LocalDate last = schedule.until();
        if (isBlank(schedule.freq()) && recurrence.equals(Recurrence.DAILY) && start != null && exception == null) {
            // RFC 5545: without a rule it is once.
            last = earliest(last, start);
        }
        if (schedule.count() != null) {
            LocalDate first = start == null ? schedule.validFrom() : start;
            if (first == null) {
                return Optional.empty();
            }
            last = earliest(last, lastOf(schedule.count(), recurrence, first));
        }
        return Optional.of(new OpeningRule(
                recurrence,
                latest(schedule.validFrom(), start),
                earliest(schedule.validTo(), last),
                exception,
                from,
                to,
                closing ? null : offset(opens.group(3), schedule.timezone())));
    }

    private static OpeningRule.@Nullable Exception exception(Schedule schedule) {
        LocalDate first = schedule.validFrom();
        LocalDate last = schedule.validTo();
        if (first == null || last == null || last.isBefore(first)) {
            return null;
        }
        OpeningRule.Exception exception = new OpeningRule.Exception(first, last);
        return exception.days() <= LONGEST_EXCEPTION_DAYS ? exception : null;
    }

    private static Optional<Recurrence> recurrence(Schedule schedule, OpeningRule.@Nullable Exception exception) {
        String freq = upper(schedule.freq());
        int interval = schedule.interval() == null ? 1 : schedule.interval();
        List<Weekday> days = Weekday.parse(text(schedule.byday()));
        boolean readable = (freq.isEmpty() || freq.equals("WEEKLY") || freq.equals("MONTHLY"))
                && interval >= 1
                && (interval == 1 || schedule.dtstart() != null)
                && (isBlank(schedule.byday()) || !days.isEmpty())
                && areNumbers(schedule.bymonthday())
                && areNumbers(schedule.byweekno())
                && areNumbers(schedule.byyearday());
        if (!readable) {
            return Optional.empty();
        }
        List<Integer> monthDays = numbers(schedule.bymonthday());
        boolean ordinal = days.stream().anyMatch(day -> day.ordinal() != 0);
        boolean monthly = freq.equals("MONTHLY") || ordinal || (freq.isEmpty() && !monthDays.isEmpty());
        boolean saysNoDay =
                days.isEmpty() && monthDays.isEmpty() && isBlank(schedule.byweekno()) && isBlank(schedule.byyearday());
        if (saysNoDay && (freq.isEmpty() || (exception != null && schedule.dtstart() == null))) {
            return Optional.of(Recurrence.DAILY);
        }
        if (saysNoDay && monthly && schedule.dtstart() == null) {
            return Optional.empty();
        }
        return Optional.of(new Recurrence(
                monthly,
                interval,
                weekStart(schedule.wkst()),
                days,
                monthDays,
                numbers(schedule.byweekno()),
                numbers(schedule.byyearday()),
                schedule.dtstart()));
    }

    /** COUNT becomes a last date, once, so that nobody counts again at each question. */
    private static LocalDate lastOf(int count, Recurrence recurrence, LocalDate first) {
        LocalDate last = first.minusDays(1);
        int seen = 0;
        for (int day = 0; day < COUNT_HORIZON_DAYS && seen < count; day++) {
            LocalDate date = first.plusDays(day);
            if (recurrence.includes(date)) {
                seen++;
                last = date;
            }
        }
        return last;
    }

    /** The time's own offset wins over the schedule's. */
    private static @Nullable ZoneOffset offset(@Nullable String suffix, @Nullable BigDecimal hours) {
        try {
            if (suffix != null) {
                return ZoneOffset.of(suffix);
            }
            return hours == null
                    ? null
                    : ZoneOffset.ofTotalSeconds(
                            hours.multiply(BigDecimal.valueOf(3600)).intValueExact());
        } catch (DateTimeException | ArithmeticException e) {
            // No clock on earth shows that.
            return null;
        }
    }

    private static DayOfWeek weekStart(@Nullable String wkst) {
        List<Weekday> days = Weekday.parse(text(wkst));
        return days.isEmpty() ? DayOfWeek.MONDAY : days.getFirst().day();
    }

    private static int minutes(Matcher time) {
        int minutes = Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
        return Math.min(minutes, OpeningRule.DAY_MINUTES);
    }

    private static boolean areNumbers(@Nullable String list) {
        return isBlank(list) || NUMBERS.matcher(text(list)).matches();
    }

    private static List<Integer> numbers(@Nullable String list) {
        return isBlank(list)
                ? List.of()
                : Arrays.stream(text(list).split(","))
                        .map(String::strip)
                        .map(Integer::valueOf)
                        .toList();
    }

    private static @Nullable LocalDate latest(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }

    private static boolean isBlank(@Nullable String text) {
        return text(text).isBlank();
    }

    private static String upper(@Nullable String text) {
        return text(text).strip().toUpperCase(Locale.ROOT);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
