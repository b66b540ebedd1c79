package org.kith.directory.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.kith.directory.hsds.Address;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Schedule;
import org.kith.directory.hsds.ServiceAtLocation;

/** What we write, read back by a library that did not write it. */
class ScheduleCalendarTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final UUID ID = UUID.fromString("0b7b5c5e-6f0f-4b52-9d0c-2a3f6b1f8a01");
    private static final Instant MODIFIED = Instant.parse("2026-10-05T10:00:00Z");

    @Test
    void occurrencesAreOurOpenings() throws Exception {
        int openings = 0;
        for (int seed = 0; seed < 150; seed++) {
            List<Schedule> schedules = new RandomSchedules(seed).some();
            Listing listing = listing(schedules);
            LocalDate from = LocalDate.of(2026, 10, 6);
            LocalDate to = LocalDate.of(2027, 6, 1);
            Set<String> ours = new TreeSet<>();
            for (Timetable timetable : OpeningHours.of(listing).timetables()) {
                for (OpeningRule rule : timetable.rules()) {
                    from.datesUntil(to)
                            .filter(date -> timetable.begins(rule, date))
                            .forEach(date -> ours.add(date.atStartOfDay().plusMinutes(rule.opens()) + "/"
                                    + date.atStartOfDay().plusMinutes(rule.closes())));
                }
            }
            Set<String> theirs = new TreeSet<>();
            Calendar calendar = parse(ScheduleCalendar.of(listing, ID, MODIFIED, NEW_YORK));
            for (VEvent event : calendar.<VEvent>getComponents(Component.VEVENT)) {
                Duration length = Duration.between(local(event, "DTSTART"), local(event, "DTEND"));
                Set<Period<ZonedDateTime>> found = event.calculateRecurrenceSet(
                        new Period<>(from.atStartOfDay(NEW_YORK), to.atStartOfDay(NEW_YORK)));
                for (Period<? extends Temporal> period : found) {
                    LocalDateTime start = LocalDateTime.from(period.getStart());
                    if (!start.toLocalDate().isBefore(from)
                            && start.toLocalDate().isBefore(to)) {
                        // Its own idea of an end is an hour off where it misreads "the second Sunday" of our zone.
                        theirs.add(start + "/" + start.plus(length));
                    }
                }
            }
            ours.removeIf(ScheduleCalendarTest::touchesAClockChange);
            theirs.removeIf(ScheduleCalendarTest::touchesAClockChange);
            assertThat(theirs).as("seed %d: %s", seed, schedules).isEqualTo(ours);
            openings += ours.size();
        }
        assertThat(openings).isGreaterThan(1_000);
    }

    private static LocalDateTime local(VEvent event, String property) {
        String value = event.getProperty(property).orElseThrow().getValue();
        return LocalDateTime.parse(value, DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT));
    }

    /**
     * RFC 5545 moves a time that the clock skips; we say that there is none. The library takes "the second Sunday" of our
     * zone for the Sunday from the seventh on.
     */
    private static boolean touchesAClockChange(String opening) {
        return opening.contains("2026-11-01T") || opening.contains("2027-03-14T") || opening.contains("2027-03-07T");
    }

    @Test
    void textsAreEscapedAndFoldedAndTheNumberOfOctetsIsRight() throws Exception {
        String name = "Café; grief, loss \\ and hope – " + "ü".repeat(60);
        Listing listing = listing(List.of(Schedule.with(s -> {
                    s.freq = "WEEKLY";
                    s.byday = "TU";
                    s.opensAt = "18:30";
                    s.closesAt = "20:00";
                    s.attendingType = "In person";
                    s.notes = "Ring twice\r\nBEGIN:VALARM";
                })))
                .but(l -> {
                    l.name = name;
                    l.url = "https://example.org/a,b;c\r\nATTACH:x";
                });
        byte[] bytes = ScheduleCalendar.of(listing, ID, MODIFIED, NEW_YORK);
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
        VEvent event = (VEvent) parse(bytes).getComponents(Component.VEVENT).getFirst();
        assertThat(event.getSummary().getValue()).isEqualTo(name);
        assertThat(event.getDescription().getValue()).isEqualTo("In person\nRing twice\nBEGIN:VALARM");
        assertThat(event.getLocation().getValue()).isEqualTo("House, 1 Oak Street, Baltimore, MD, 21201");
        assertThat(event.getUid().orElseThrow().getValue()).endsWith("@kith");
        assertThat(ScheduleCalendar.of(listing, ID, MODIFIED, NEW_YORK)).isEqualTo(bytes);
    }

    @Test
    void clockChangesAreThoseOfTheZone() throws Exception {
        Listing listing = listing(List.of(Schedule.with(s -> {
            s.freq = "WEEKLY";
            s.byday = "MO,TU,WE,TH,FR,SA,SU";
            s.opensAt = "09:00";
            s.closesAt = "10:00";
            s.dtstart = LocalDate.of(2005, 6, 1);
        })));
        Calendar calendar = parse(ScheduleCalendar.of(listing, ID, MODIFIED, NEW_YORK));
        var zone = (net.fortuna.ical4j.model.component.VTimeZone)
                calendar.getComponents(Component.VTIMEZONE).getFirst();
        for (int month = 0; month < 12 * 30; month++) {
            Instant moment = Instant.parse("2005-06-15T12:00:00Z").plusSeconds(month * 2_629_746L);
            assertThat(zone.getApplicableObservance(moment)
                            .getProperty("TZOFFSETTO")
                            .orElseThrow()
                            .getValue())
                    .as(moment.toString())
                    .isEqualTo(NEW_YORK.getRules().getOffset(moment).getId().replace(":", ""));
        }
    }

    @Test
    void withoutHoursItIsStillACalendar() throws Exception {
        assertThat(parse(ScheduleCalendar.of(listing(List.of()), ID, MODIFIED, NEW_YORK))
                        .getComponents(Component.VEVENT))
                .isEmpty();
    }

    private static Calendar parse(byte[] calendar) throws Exception {
        Calendar parsed = new CalendarBuilder().build(new ByteArrayInputStream(calendar));
        assertThat(parsed.validate(true).getEntries())
                .as(new String(calendar, StandardCharsets.UTF_8))
                .isEmpty();
        return parsed;
    }

    private static Listing listing(List<Schedule> schedules) {
        return Listing.with(l -> {
            l.id = ID;
            l.name = "Grief circle";
            l.schedules = schedules;
            l.serviceAtLocations = List.of(ServiceAtLocation.with(at -> at.location = Location.with(place -> {
                place.name = "House";
                place.addresses = List.of(Address.with(a -> {
                    a.address1 = "1 Oak Street";
                    a.city = "Baltimore";
                    a.stateProvince = "MD";
                    a.postalCode = "21201";
                    a.country = "US";
                }));
            })));
        });
    }
}
