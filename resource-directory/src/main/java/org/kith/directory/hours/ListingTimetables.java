package org.kith.directory.hours;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Schedule;
import org.kith.directory.hsds.ServiceAtLocation;

/**
 * Which of a listing's schedules belong together.
 *
 * <p>The service's own hours, and those at each of its places; the hours of the buildings only where it has none itself.
 * Exceptions reach further: those of the service hold at all of its places, those of a building for what is given there.
 */
final class ListingTimetables {
    private ListingTimetables() {}

    /** @param location null where it is not at one place */
    record Together(
            List<Schedule> schedules,
            @Nullable ZoneId zone,
            @Nullable Location location) {
        Timetable timetable() {
            return ScheduleReader.timetable(schedules, zone);
        }
    }

    static List<Together> of(Listing listing) {
        List<ServiceAtLocation> places = listing.serviceAtLocations();
        ZoneId zone = places.stream()
                .flatMap(place -> Zones.of(place.location()).stream())
                .findFirst()
                .orElse(null);
        boolean hasOwn =
                hasHours(listing.schedules()) || places.stream().anyMatch(place -> hasHours(place.schedules()));
        if (places.size() == 1) {
            List<Schedule> all = new ArrayList<>(listing.schedules());
            all.addAll(at(places.getFirst(), hasOwn));
            return List.of(new Together(all, zone, places.getFirst().location()));
        }
        List<Together> groups = new ArrayList<>();
        groups.add(new Together(listing.schedules(), zone, null));
        for (ServiceAtLocation place : places) {
            if (!hasOwn || hasHours(place.schedules())) {
                List<Schedule> there = at(place, hasOwn);
                there.addAll(exceptions(listing.schedules()));
                groups.add(new Together(there, zoneOf(place.location(), zone), place.location()));
            }
        }
        return groups;
    }

    private static List<Schedule> at(ServiceAtLocation place, boolean hasOwn) {
        List<Schedule> there = new ArrayList<>(place.schedules());
        List<Schedule> building =
                place.location() == null ? List.of() : place.location().schedules();
        there.addAll(hasOwn ? exceptions(building) : building);
        return there;
    }

    private static @Nullable ZoneId zoneOf(@Nullable Location location, @Nullable ZoneId elsewhere) {
        Optional<ZoneId> own = Zones.of(location);
        return own.isPresent() ? own.get() : elsewhere;
    }

    private static boolean hasHours(List<Schedule> schedules) {
        return schedules.stream()
                .flatMap(schedule -> ScheduleReader.read(schedule).stream())
                .anyMatch(rule -> !rule.isClosing());
    }

    private static List<Schedule> exceptions(List<Schedule> schedules) {
        return schedules.stream().filter(ScheduleReader::isException).toList();
    }
}
