package org.kith.directory.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kith.directory.Samples.location;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;
import static org.kith.directory.Samples.tree;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.hsds.Schedule;
import org.kith.directory.listing.Directory;

@DirectoryTest
class ScheduleCalendarResourceTest {
    private final Organization hope = organization("Hope");
    private final Location house = location("12 Elm Street");
    private final String word = "circle" + UUID.randomUUID();
    private final Listing circle = service(word, house)
            .but(l -> l.schedules = List.of(
                    Schedule.with(s -> {
                        s.freq = "WEEKLY";
                        s.byday = "MO,TU,WE,TH,FR,SA,SU";
                        s.opensAt = "18:30";
                        s.closesAt = "20:00";
                        s.attendingType = "In person";
                        s.notes = "Ring twice";
                    }),
                    Schedule.with(s -> {
                        s.description = "Holiday";
                        s.validFrom = LocalDate.parse("2027-12-25");
                        s.validTo = LocalDate.parse("2027-12-25");
                    })));

    @Inject
    Directory directory;

    @Test
    void anybodyMaySubscribeAndIsToldWhenNothingChanged() {
        directory.store(tree(hope, List.of(house), circle));
        String path = "/v1/services/" + circle.id() + "/schedule.ics";
        Response calendar = given().header("Origin", "https://app.example").get(path);
        calendar.then()
                .statusCode(200)
                .header("Content-Type", "text/calendar;charset=utf-8")
                .header("Access-Control-Allow-Origin", equalTo("*"));
        assertThat(calendar.asString())
                .contains("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU")
                .contains("EXDATE;TZID=America/New_York:20271225T183000")
                .contains("LOCATION:House\\, 12 Elm Street\\, Baltimore")
                .contains("DESCRIPTION:In person\\nRing twice")
                .contains("DTSTAMP:");
        given().header("If-None-Match", calendar.header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
        directory.store(tree(hope, List.of(house), circle.but(l -> l.schedules = List.of())));
        given().header("If-None-Match", calendar.header("ETag"))
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsGoneOrNeverWasHasNoCalendar() {
        directory.store(tree(hope, List.of(house), circle));
        directory.withdraw(Set.of(circle.id()));
        for (UUID id : List.of(circle.id(), UUID.randomUUID())) {
            given().get("/v1/services/" + id + "/schedule.ics").then().statusCode(404);
        }
        given().get("/v1/services/nonsense/schedule.ics").then().statusCode(404);
    }

    @Test
    void theFilterAndNextOpenKnowTheHolidayToo() {
        directory.store(tree(hope, List.of(house), circle));
        assertThat(openAt("2027-12-24T19:00")).isEqualTo(1);
        assertThat(openAt("2027-12-25T19:00")).isZero();
        String next = given().get("/v1/search?q=" + word).path("items[0].next_open");
        assertThat(OffsetDateTime.parse(next)).isAfter(OffsetDateTime.now().minusMinutes(5));
    }

    private int openAt(String moment) {
        return given().get("/v1/search?q=" + word + "&open_at=" + moment)
                .jsonPath()
                .getInt("total");
    }
}
