package org.kith.directory.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Address;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.hsds.Schedule;

/** The openings of a listing as a calendar (RFC 5545) that people subscribe to. */
public final class ScheduleCalendar {
    private ScheduleCalendar() {}

    private record Entry(
            UUID id,
            Schedule schedule,
            CalendarEvent event,
            @Nullable Location location) {}

    /**
     * @param listing as it is published: what is confidential is not in it
     * @param modified when it last changed; a series without a beginning is told from then on
     * @param directory the zone of places whose own is not known
     */
    public static byte[] of(Listing listing, UUID id, Instant modified, ZoneId directory) {
        LocalDate since = LocalDate.ofInstant(modified, directory);
        List<Entry> entries = entries(listing, id, since, directory);
        String name = Objects.requireNonNullElse(listing.name(), "Service");
        CalendarText text = new CalendarText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Kith//resource-directory//EN")
                .line("CALSCALE", "GREGORIAN")
                .text("NAME", name)
                .text("X-WR-CALNAME", name)
                .line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        TreeMap<String, ZoneId> zones = new TreeMap<>();
        entries.forEach(entry ->
                zones.put(CalendarZone.id(entry.event().zone()), entry.event().zone()));
        if (zones.isEmpty()) {
            // A calendar has at least one component.
            zones.put(CalendarZone.id(directory), directory);
        }
        int year = entries.stream()
                .mapToInt(entry -> entry.event().start().getYear())
                .min()
                .orElse(since.getYear());
        zones.values().forEach(zone -> CalendarZone.write(text, zone, year));
        entries.forEach(entry -> write(text, entry, listing, name, modified));
        return text.line("END", "VCALENDAR").bytes();
    }

    private static List<Entry> entries(Listing listing, UUID id, LocalDate since, ZoneId directory) {
        List<Entry> entries = new ArrayList<>();
        for (ListingTimetables.Together together : ListingTimetables.of(listing)) {
            Timetable timetable = together.timetable();
            ZoneId zone = together.zone() == null ? directory : together.zone();
            Location location = together.location();
            for (int i = 0; i < together.schedules().size(); i++) {
                Schedule schedule = together.schedules().get(i);
                // The same schedule may hold at several places, and each is an event of its own.
                String key =
                        (location == null ? "" : location.id()) + "/" + (schedule.id() == null ? i : schedule.id());
                ScheduleReader.read(schedule)
                        .flatMap(rule -> CalendarEvent.of(timetable, rule, since, zone))
                        .ifPresent(event ->
                                entries.add(new Entry(NameBasedId.of(id, "ics/" + key), schedule, event, location)));
            }
        }
        return entries;
    }

    private static void write(CalendarText text, Entry entry, Listing listing, String name, Instant modified) {
        CalendarEvent event = entry.event();
        String zone = ";TZID=" + CalendarZone.id(event.zone());
        text.line("BEGIN", "VEVENT")
                .line("UID", entry.id() + "@kith")
                .line("DTSTAMP", CalendarText.utc(modified))
                .line("DTSTART" + zone, CalendarText.local(event.start()))
                .line("DTEND" + zone, CalendarText.local(event.end()));
        if (event.rrule() != null) {
            text.line("RRULE", event.rrule());
        }
        list(text, "RDATE" + zone, event.more());
        list(text, "EXDATE" + zone, event.except());
        text.text("SUMMARY", name);
        String description = Stream.of(
                        entry.schedule().description(),
                        entry.schedule().attendingType(),
                        entry.schedule().notes())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
        if (!description.isEmpty()) {
            text.text("DESCRIPTION", description);
        }
        String address = address(entry.location());
        if (!address.isEmpty()) {
            text.text("LOCATION", address);
        }
        String url = entry.schedule().scheduleLink() == null
                ? listing.url()
                : entry.schedule().scheduleLink();
        if (url != null && !url.isBlank()) {
            text.line("URL", CalendarText.oneLine(url));
        }
        // Whoever subscribes is not busy because a place is open.
        text.line("TRANSP", "TRANSPARENT").line("END", "VEVENT");
    }

    private static void list(CalendarText text, String property, List<LocalDateTime> times) {
        if (!times.isEmpty()) {
            text.line(property, times.stream().map(CalendarText::local).collect(Collectors.joining(",")));
        }
    }

    private static String address(@Nullable Location location) {
        if (location == null || location.addresses().isEmpty()) {
            return "";
        }
        Address address = location.addresses().getFirst();
        return Stream.of(
                        location.name(),
                        address.address1(),
                        address.address2(),
                        address.city(),
                        address.stateProvince(),
                        address.postalCode())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
