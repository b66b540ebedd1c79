package org.kith.directory.hours;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Schedule;

/** All openings of a listing together. Where nobody knows a place's zone, the one given with the question holds. */
public final class OpeningHours {
    private final List<Timetable> timetables;

    OpeningHours(List<Timetable> timetables) {
        this.timetables = timetables.stream()
                .filter(timetable -> !timetable.rules().isEmpty())
                .toList();
    }

    /** With the hours of all its places. */
    public static OpeningHours of(Listing listing) {
        return new OpeningHours(ListingTimetables.of(listing).stream()
                .map(ListingTimetables.Together::timetable)
                .toList());
    }

    /** Schedules of one place whose zone is not known. */
    public static OpeningHours of(Collection<Schedule> schedules) {
        return new OpeningHours(List.of(ScheduleReader.timetable(schedules, null)));
    }

    List<Timetable> timetables() {
        return timetables;
    }

    public boolean isEmpty() {
        return timetables.isEmpty();
    }

    public boolean isOpenAt(Instant moment, ZoneId zone) {
        return timetables.stream().anyMatch(timetable -> timetable.isOpenAt(moment, zone));
    }

    /** The earliest moment from the given one on when it is open: that moment itself where it is open then. */
    public Optional<OffsetDateTime> nextOpen(Instant from, ZoneId zone) {
        Instant second = from.truncatedTo(ChronoUnit.SECONDS);
        record Found(Instant moment, ZoneId clock) {}
        List<Found> found = new ArrayList<>();
        for (Timetable timetable : timetables) {
            ZoneId clock = timetable.zone() == null ? zone : timetable.zone();
            timetable.nextOpen(second, zone).ifPresent(moment -> found.add(new Found(moment, clock)));
        }
        return found.stream()
                .min(Comparator.comparing(Found::moment))
                .map(first -> first.moment().atZone(first.clock()).toOffsetDateTime());
    }

    /**
     * The openings that are the same every week, as minutes of the week from Monday 00:00 by the clock of a zone; one
     * that runs over the week's end comes in two.
     *
     * @return by zone; under {@link Zones#DIRECTORY} those of places whose zone is not known
     */
    public Map<String, List<WeeklyOpening>> weekly() {
        Map<String, List<WeeklyOpening>> openings = new TreeMap<>();
        for (Timetable timetable : timetables) {
            if (timetable.hasExceptions()) {
                continue;
            }
            String zone = timetable.zone() == null
                    ? Zones.DIRECTORY
                    : timetable.zone().getId();
            for (OpeningRule rule : timetable.rules()) {
                if (rule.isPlainWeekly()) {
                    add(rule, openings.computeIfAbsent(zone, none -> new ArrayList<>()));
                }
            }
        }
        return openings;
    }

    private static void add(OpeningRule rule, List<WeeklyOpening> openings) {
        for (int day = 0; day < 7; day++) {
            if (isOn(rule.recurrence(), day)) {
                int start = day * OpeningRule.DAY_MINUTES;
                WeeklyOpening.add(openings, start + rule.opens(), start + rule.closes());
            }
        }
    }

    /** Whether some opening is not the same every week, so that only {@link #isOpenAt} can tell. */
    public boolean hasMoreThanWeekly() {
        return timetables.stream()
                .anyMatch(timetable -> timetable.hasExceptions()
                        || timetable.rules().stream().anyMatch(rule -> !rule.isPlainWeekly()));
    }

    /** A compact form that {@link #fromBytes} reads. */
    public byte[] toBytes() {
        return OpeningBytes.write(timetables);
    }

    public static OpeningHours fromBytes(byte[] bytes, int offset, int length) {
        return new OpeningHours(OpeningBytes.read(bytes, offset, length));
    }

    private static boolean isOn(Recurrence recurrence, int day) {
        return recurrence.days().isEmpty()
                || recurrence.days().stream().anyMatch(weekday -> weekday.day().ordinal() == day);
    }
}
