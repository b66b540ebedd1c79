package org.kith.directory.hours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kith.directory.hsds.Schedule;

/** Schedules as anybody might write them. */
final class RandomSchedules {
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final LocalDate AROUND = LocalDate.of(2026, 10, 1);

    private final Random random;

    RandomSchedules(long seed) {
        random = new Random(seed);
    }

    List<Schedule> some() {
        List<Schedule> schedules = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            schedules.add(regular());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            schedules.add(exception());
        }
        return schedules;
    }

    Schedule regular() {
        return Schedule.with(s -> {
            hours(s);
            rule(s);
            if (random.nextInt(4) == 0) {
                s.validFrom = around(200);
            }
            if (random.nextInt(4) == 0) {
                s.until = around(300).plusDays(200);
            }
        });
    }

    private Schedule exception() {
        return Schedule.with(s -> {
            s.validFrom = around(120);
            s.validTo = s.validFrom.plusDays(random.nextInt(3) == 0 ? random.nextInt(60) : random.nextInt(3));
            if (random.nextInt(3) > 0) {
                hours(s);
            }
            if (random.nextInt(3) == 0) {
                s.freq = "WEEKLY";
                s.byday = days(false);
            }
        });
    }

    /** With a first date always, as RFC 5545 wants it. */
    Schedule anchored() {
        return Schedule.with(s -> {
            hours(s);
            rule(s);
            if (s.dtstart == null) {
                s.dtstart = around(200);
            }
        });
    }

    private void rule(Schedule.Draft s) {
        boolean monthly = random.nextInt(3) == 0;
        s.freq = monthly ? "MONTHLY" : "WEEKLY";
        boolean days = !monthly || random.nextBoolean();
        s.byday = days ? days(monthly && random.nextBoolean()) : null;
        s.bymonthday = days && random.nextInt(4) > 0 || !monthly ? null : monthDays();
        if (random.nextInt(3) == 0) {
            s.interval = 1 + random.nextInt(4);
            s.dtstart = around(200);
        }
        if (random.nextInt(4) == 0) {
            s.dtstart = around(200);
            s.count = 1 + random.nextInt(20);
        }
        if (random.nextInt(3) == 0) {
            s.wkst = DAYS.get(random.nextInt(7));
        }
    }

    private void hours(Schedule.Draft s) {
        s.opensAt = time(random.nextInt(96));
        s.closesAt = switch (random.nextInt(8)) {
            case 0 -> "24:00";
            case 1 -> "23:59";
            default -> time(random.nextInt(96));
        };
        if (random.nextInt(8) == 0) {
            s.opensAt = "00:00";
        }
    }

    private String days(boolean ordinal) {
        TreeSet<String> days = new TreeSet<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int which = 1 + random.nextInt(5);
            days.add((ordinal ? (random.nextBoolean() ? "-" : "") + which : "") + DAYS.get(random.nextInt(7)));
        }
        return String.join(",", days);
    }

    private String monthDays() {
        return random.ints(1 + random.nextInt(3), 1, 32)
                .distinct()
                .mapToObj(day -> random.nextInt(3) == 0 ? "-" + day : "" + day)
                .collect(Collectors.joining(","));
    }

    private LocalDate around(int days) {
        return AROUND.plusDays(random.nextInt(2 * days) - days);
    }

    private static String time(int quarter) {
        return "%02d:%02d".formatted(quarter / 4, quarter % 4 * 15);
    }
}
