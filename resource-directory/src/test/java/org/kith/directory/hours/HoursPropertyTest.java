package org.kith.directory.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kith.directory.hsds.Schedule;

/** Thousands of random timetables against a checker that knows no shortcut, and recurrences against another library. */
class HoursPropertyTest {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"), // Two o'clock is skipped and repeated on Sundays.
            ZoneId.of("America/Havana"), // Midnight itself is skipped.
            ZoneId.of("Australia/Lord_Howe"), // Half an hour.
            ZoneId.of("UTC"));
    private static final int CASES = Integer.getInteger("kith.hours.cases", 400);

    @Test
    void openIsWhatThePlainestReadingSays() {
        for (int seed = 0; seed < CASES; seed++) {
            List<Schedule> schedules = new RandomSchedules(seed).some();
            OpeningHours hours = OpeningHours.of(schedules);
            NaiveHours naive = new NaiveHours(schedules);
            ZoneId zone = ZONES.get(seed % ZONES.size());
            Random random = new Random(seed);
            for (int i = 0; i < 300; i++) {
                Instant moment = moment(random);
                assertThat(hours.isOpenAt(moment, zone))
                        .as("seed %d at %s: %s", seed, moment.atZone(zone), schedules)
                        .isEqualTo(naive.isOpen(LocalDateTime.ofInstant(moment, zone)));
            }
        }
    }

    @Test
    void nextOpenIsOpenAndNothingIsOpenBefore() {
        int minutes = 0;
        for (int seed = 0; seed < CASES; seed++) {
            List<Schedule> schedules = new RandomSchedules(seed).some();
            OpeningHours hours = OpeningHours.of(schedules);
            NaiveHours naive = new NaiveHours(schedules);
            ZoneId zone = ZONES.get(seed % ZONES.size());
            Instant from = moment(new Random(seed));
            Instant next =
                    hours.nextOpen(from, zone).map(found -> found.toInstant()).orElse(null);
            if (next != null) {
                assertThat(naive.isOpen(LocalDateTime.ofInstant(next, zone)))
                        .as("seed %d, %s after %s: %s", seed, next.atZone(zone), from.atZone(zone), schedules)
                        .isTrue();
            }
            Instant end = next == null ? from.plus(60, ChronoUnit.DAYS) : next;
            for (Instant minute = from; minute.isBefore(end); minute = minute.plus(1, ChronoUnit.MINUTES)) {
                if (naive.isOpen(LocalDateTime.ofInstant(minute, zone))) {
                    throw new AssertionError("seed %d is open at %s, before %s: %s"
                            .formatted(seed, minute.atZone(zone), next, schedules));
                }
                minutes++;
            }
        }
        assertThat(minutes).as("minutes that were looked at").isGreaterThan(10_000);
    }

    @Test
    void recurrencesAreThoseOfAnotherLibrary() {
        LocalDate last = LocalDate.of(2028, 1, 1);
        int dates = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Schedule schedule = new RandomSchedules(seed).anchored();
            if (schedule.bymonthday() != null
                    && String.valueOf(schedule.byday()).matches(".*\\d.*")) {
                // "The first Friday if it is the 5th": the other library knows no date for that.
                continue;
            }
            OpeningRule rule = ScheduleReader.read(schedule).orElseThrow();
            LocalDate first = Objects.requireNonNull(schedule.dtstart());
            Set<LocalDate> ours = new TreeSet<>();
            first.datesUntil(last).filter(rule::occursOn).forEach(ours::add);
            Recur<LocalDate> recur = new Recur<>(rrule(schedule));
            Set<LocalDate> theirs = new TreeSet<>(recur.getDates(first, first, last.minusDays(1)));
            assertThat(ours)
                    .as("seed %d: %s from %s", seed, rrule(schedule), first)
                    .isEqualTo(theirs);
            dates += ours.size();
        }
        assertThat(dates).isGreaterThan(CASES);
    }

    private static String rrule(Schedule schedule) {
        StringBuilder rule = new StringBuilder("FREQ=" + schedule.freq());
        add(rule, "INTERVAL", schedule.interval());
        add(rule, "COUNT", schedule.count());
        // The other library asks the locale where RFC 5545 says Monday.
        add(rule, "WKST", schedule.wkst() == null ? "MO" : schedule.wkst());
        add(rule, "BYDAY", schedule.byday());
        add(rule, "BYMONTHDAY", schedule.bymonthday());
        return rule.toString();
    }

    private static void add(StringBuilder rule, String name, @Nullable Object value) {
        if (value != null) {
            rule.append(';').append(name).append('=').append(value);
        }
    }

    /** A quarter of them where clocks change. */
    private static Instant moment(Random random) {
        Instant start = switch (random.nextInt(8)) {
            case 0 -> Instant.parse("2026-10-31T12:00:00Z");
            case 1 -> Instant.parse("2027-03-13T12:00:00Z");
            default -> Instant.parse("2026-07-01T00:00:00Z").plus(random.nextInt(300), ChronoUnit.DAYS);
        };
        return start.plus(random.nextInt(48 * 60), ChronoUnit.MINUTES);
    }
}
