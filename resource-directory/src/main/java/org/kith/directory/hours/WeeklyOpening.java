package org.kith.directory.hours;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Minutes of the week from Monday 00:00, both inclusive. */
public record WeeklyOpening(int first, int last) {
    private static final int WEEK_MINUTES = 7 * OpeningRule.DAY_MINUTES;

    /** The minute of the week that it is there. */
    public static int minuteOf(Instant moment, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return local.getDayOfWeek().ordinal() * OpeningRule.DAY_MINUTES + local.getHour() * 60 + local.getMinute();
    }

    /** @param opens may lie before the week or after it, and comes round then */
    static void add(List<WeeklyOpening> openings, int opens, int closes) {
        int first = Math.floorMod(opens, WEEK_MINUTES);
        int end = first + closes - opens;
        openings.add(new WeeklyOpening(first, Math.min(end, WEEK_MINUTES) - 1));
        if (end > WEEK_MINUTES) {
            openings.add(new WeeklyOpening(0, end - WEEK_MINUTES - 1));
        }
    }
}
