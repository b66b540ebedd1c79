package org.kith.directory.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.directory.hsds.Address;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Schedule;
import org.kith.directory.hsds.ServiceAtLocation;

class OpeningHoursTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T18:29, false",
        "2026-11-24T18:30, true",
        "2026-11-24T19:59, true",
        "2026-11-24T20:00, false",
        "2026-11-25T19:00, false"
    })
    void aWeeklyOpeningIsOpenFromItsStartUntilItsEnd(String local, boolean open) {
        assertThat(weekly("TU", "18:30", "20:00").isOpenAt(at(local), ZONE)).isEqualTo(open);
    }

    @Test
    void severalOpeningsOfADayLeaveLunchFree() {
        OpeningHours hours = OpeningHours.of(
                List.of(schedule("WEEKLY", "MO", "09:00", "12:00"), schedule("WEEKLY", "MO", "13:00", "17:00")));
        assertThat(hours.isOpenAt(at("2026-11-23T12:30"), ZONE)).isFalse();
        assertThat(hours.nextOpen(at("2026-11-23T12:30"), ZONE)).hasToString("Optional[2026-11-23T13:00-05:00]");
    }

    @Test
    void anOpeningMayEndAfterMidnight() {
        OpeningHours hours = weekly("SU", "22:00", "02:00");
        assertThat(hours.isOpenAt(at("2026-11-23T01:30"), ZONE))
                .as("Monday night")
                .isTrue();
        assertThat(hours.isOpenAt(at("2026-11-22T01:30"), ZONE))
                .as("Sunday night")
                .isFalse();
        assertThat(hours.weekly().get(Zones.DIRECTORY)).contains(new WeeklyOpening(0, 119));
    }

    @Test
    void aWholeDayHasNoMinuteMissing() {
        OpeningHours hours = weekly("MO,TU,WE,TH,FR,SA,SU", "00:00", "23:59");
        assertThat(hours.isOpenAt(at("2026-11-24T23:59"), ZONE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1TU, 2026-12-01, true",
        "1TU, 2026-12-08, false",
        "-1SA, 2026-11-28, true",
        "-1SA, 2026-11-21, false",
        "'2WE,4WE', 2026-11-25, true",
        "'2WE,4WE', 2026-11-18, false"
    })
    void aMonthlyOpeningCountsItsWeekdays(String byday, String date, boolean open) {
        OpeningHours hours = OpeningHours.of(List.of(schedule("MONTHLY", byday, "10:00", "12:00")));
        assertThat(hours.isOpenAt(at(date + "T11:00"), ZONE)).isEqualTo(open);
    }

    @Test
    void aFortnightCountsFromItsFirstDate() {
        OpeningHours hours = hours(s -> {
            weekly(s, "TU", "18:00", "19:00");
            s.interval = 2;
            s.dtstart = LocalDate.parse("2026-11-10");
        });
        assertThat(hours.isOpenAt(at("2026-11-24T18:30"), ZONE)).isTrue();
        assertThat(hours.isOpenAt(at("2026-11-17T18:30"), ZONE)).isFalse();
        assertThat(hours.isOpenAt(at("2026-10-27T18:30"), ZONE))
                .as("before it began")
                .isFalse();
    }

    @Test
    void anEndedSeriesIsNeverOpenAgain() {
        OpeningHours hours = hours(s -> {
            weekly(s, "TU", "18:00", "19:00");
            s.dtstart = LocalDate.parse("2026-11-03");
            s.count = 2;
        });
        assertThat(hours.isOpenAt(at("2026-11-10T18:30"), ZONE)).isTrue();
        assertThat(hours.isOpenAt(at("2026-11-17T18:30"), ZONE)).isFalse();
        assertThat(hours.nextOpen(at("2026-11-17T18:30"), ZONE)).isEmpty();
    }

    @Test
    void anOwnOffsetCountsInsteadOfTheDirectorysZone() {
        OpeningHours pacific = hours(s -> {
            weekly(s, "MO", "09:00", "10:00");
            s.timezone = BigDecimal.valueOf(-8);
        });
        assertThat(pacific.isOpenAt(at("2026-11-23T12:30"), ZONE)).isTrue();
        assertThat(weekly("MO", "14:00Z", "15:00Z").isOpenAt(at("2026-11-23T09:30"), ZONE))
                .isTrue();
    }

    @Test
    void aDayWithoutHoursIsAHolidayAndOneWithOthersHasThose() {
        OpeningHours hours = OpeningHours.of(List.of(
                schedule("WEEKLY", "MO,TU,WE,TH,FR", "09:00", "17:00"),
                Schedule.with(s -> {
                    s.validFrom = LocalDate.parse("2026-12-24");
                    s.validTo = LocalDate.parse("2026-12-31");
                    s.opensAt = "10:00";
                    s.closesAt = "12:00";
                }),
                Schedule.with(s -> {
                    s.validFrom = LocalDate.parse("2026-12-25");
                    s.validTo = LocalDate.parse("2026-12-25");
                })));
        assertThat(hours.isOpenAt(at("2026-12-23T16:00"), ZONE)).isTrue();
        assertThat(hours.isOpenAt(at("2026-12-24T16:00"), ZONE)).isFalse();
        assertThat(hours.isOpenAt(at("2026-12-24T11:00"), ZONE)).isTrue();
        assertThat(hours.isOpenAt(at("2026-12-25T11:00"), ZONE)).isFalse();
        assertThat(hours.nextOpen(at("2026-12-24T13:00"), ZONE)).hasToString("Optional[2026-12-26T10:00-05:00]");
        assertThat(hours.weekly()).as("not for ranges of minutes").isEmpty();
        assertThat(hours.hasMoreThanWeekly()).isTrue();
    }

    @Test
    void aValidityOfYearsIsNoException() {
        OpeningHours hours = OpeningHours.of(List.of(schedule("WEEKLY", "TU", "09:00", "17:00"), hoursOf("MO", s -> {
            s.validFrom = LocalDate.parse("2020-01-01");
            s.validTo = LocalDate.parse("2030-01-01");
        })));
        assertThat(hours.isOpenAt(at("2026-11-24T10:00"), ZONE)).isTrue();
    }

    @Test
    void anHourThatTheClockSkipsIsNowhereOpenAndOneThatItRepeatsIsTwice() {
        OpeningHours skipped = weekly("SU", "02:00", "03:30");
        assertThat(skipped.nextOpen(at("2027-03-14T01:59"), ZONE)).hasToString("Optional[2027-03-14T03:00-04:00]");
        OpeningHours repeated = weekly("SU", "01:00", "01:30");
        assertThat(repeated.nextOpen(Instant.parse("2026-11-01T05:45:00Z"), ZONE))
                .hasToString("Optional[2026-11-01T01:00-05:00]");
    }

    @Test
    void weeksOfTheYearAreCounted() {
        OpeningHours hours = hours(s -> {
            weekly(s, "MO", "09:00", "10:00");
            s.byweekno = "1,-1";
        });
        assertThat(hours.isOpenAt(at("2026-12-28T09:30"), ZONE))
                .as("week 53, the last")
                .isTrue();
        assertThat(hours.isOpenAt(at("2027-01-04T09:30"), ZONE)).as("week 1").isTrue();
        assertThat(hours.isOpenAt(at("2027-01-11T09:30"), ZONE)).isFalse();
    }

    @Test
    void aCountBeginsWithTheSeriesWhateverIsValid() {
        OpeningHours hours = hours(s -> {
            weekly(s, "TU", "18:00", "19:00");
            s.dtstart = LocalDate.parse("2026-11-03");
            s.validFrom = LocalDate.parse("2026-11-10");
            s.count = 2;
        });
        assertThat(hours.isOpenAt(at("2026-11-10T18:30"), ZONE)).isTrue();
        assertThat(hours.isOpenAt(at("2026-11-17T18:30"), ZONE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "US, CO, 2026-07-06T15:30:00Z, true",
        "US, Colorado, 2026-07-06T15:30:00Z, true",
        "US, MD, 2026-07-06T15:30:00Z, false",
        "GB, , 2026-07-06T08:30:00Z, true",
        "XX, CO, 2026-07-06T13:30:00Z, true"
    })
    void theClockIsThatOfThePlace(String country, String region, Instant moment, boolean open) {
        Listing listing = Listing.with(l -> {
            l.schedules = List.of(hoursOf("MO", s -> s.closesAt = "10:00"));
            l.serviceAtLocations = List.of(ServiceAtLocation.with(at ->
                    at.location = Location.with(place -> place.addresses = List.of(Address.with(a -> {
                        a.country = country;
                        a.stateProvince = region;
                    })))));
        });
        assertThat(OpeningHours.of(listing).isOpenAt(moment, ZONE)).isEqualTo(open);
    }

    @Test
    void aNumberOfHoursNamesTheZoneThatHasThem() {
        OpeningHours hours = OpeningHours.of(List.of(hoursOf("MO", s -> s.timezone = BigDecimal.valueOf(-5))));
        assertThat(hours.isOpenAt(at("2026-07-06T09:00"), ZONE))
                .as("in summer too")
                .isTrue();
        assertThat(hours.isOpenAt(at("2026-07-06T08:59"), ZONE)).isFalse();
    }

    @Test
    void aClosedBuildingClosesWhatIsGivenThere() {
        Schedule holiday = Schedule.with(s -> {
            s.validFrom = LocalDate.parse("2026-11-23");
            s.validTo = LocalDate.parse("2026-11-23");
        });
        Listing listing = Listing.with(l -> {
            l.schedules = List.of(hoursOf("MO", s -> {}));
            l.serviceAtLocations = List.of(ServiceAtLocation.with(
                    at -> at.location = Location.with(place -> place.schedules = List.of(holiday))));
        });
        assertThat(OpeningHours.of(listing).isOpenAt(at("2026-11-23T10:00"), ZONE))
                .isFalse();
        assertThat(OpeningHours.of(listing).isOpenAt(at("2026-11-30T10:00"), ZONE))
                .isTrue();
    }

    private static Schedule hoursOf(String byday, Consumer<Schedule.Draft> more) {
        return Schedule.with(s -> {
            weekly(s, byday, "09:00", "17:00");
            more.accept(s);
        });
    }

    @Test
    void whatCannotBeReadIsNotOpen() {
        assertThat(weekly("MO", "whenever", "17:00").isEmpty()).isTrue();
        assertThat(weekly("someday", "09:00", "17:00").isEmpty()).isTrue();
        assertThat(hours(s -> {
                            weekly(s, "MO", "09:00", "17:00");
                            s.interval = 2;
                        })
                        .isEmpty())
                .as("every second week, from nobody knows which")
                .isTrue();
    }

    @Test
    void bytesSayTheSame() {
        OpeningHours hours = OpeningHours.of(List.of(
                schedule("WEEKLY", "MO,TU", "09:00", "12:00"),
                schedule("MONTHLY", "-1SA", "22:00", "02:00"),
                schedule("WEEKLY", "WE", "09:00-08:00", "12:00-08:00")));
        byte[] bytes = hours.toBytes();
        byte[] padded = Arrays.copyOf(bytes, bytes.length + 3);
        OpeningHours read = OpeningHours.fromBytes(padded, 0, bytes.length);
        assertThat(read).usingRecursiveComparison().isEqualTo(hours);
    }

    private static OpeningHours weekly(String byday, String opens, String closes) {
        return OpeningHours.of(List.of(schedule("WEEKLY", byday, opens, closes)));
    }

    private static OpeningHours hours(Consumer<Schedule.Draft> rule) {
        return OpeningHours.of(List.of(Schedule.with(rule)));
    }

    private static Schedule schedule(String freq, String byday, String opens, String closes) {
        return Schedule.with(s -> {
            weekly(s, byday, opens, closes);
            s.freq = freq;
        });
    }

    private static void weekly(Schedule.Draft schedule, String byday, String opens, String closes) {
        schedule.freq = "WEEKLY";
        schedule.byday = byday;
        schedule.opensAt = opens;
        schedule.closesAt = closes;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
