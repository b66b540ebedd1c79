package org.kith.localstack.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningsTest {
    private static final LocalDate WINTER = LocalDate.of(2026, 11, 22);
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 22);

    @Test
    void weekdaysAndOrdinalsBecomeWeeklyAndMonthly() {
        JsonNode schedules = read("MO,WE 18:30-20:00;1TU 19:00-20:30", "", WINTER);
        assertThat(schedules).hasSize(2);
        assertThat(schedules.at("/0/freq").asText()).isEqualTo("WEEKLY");
        assertThat(schedules.at("/0/byday").asText()).isEqualTo("MO,WE");
        assertThat(schedules.at("/0/opens_at").asText()).isEqualTo("18:30");
        assertThat(schedules.at("/1/freq").asText()).isEqualTo("MONTHLY");
        assertThat(schedules.at("/1/byday").asText()).isEqualTo("1TU");
    }

    @Test
    void dailyIsEveryDayOfTheWeekForHsdsKnowsNoOther() {
        assertThat(read("daily 00:00-23:59", "", WINTER).at("/0/byday").asText())
                .isEqualTo("MO,TU,WE,TH,FR,SA,SU");
    }

    @Test
    void theOffsetFromUtcIsThatOfTheDayOfLoading() {
        assertThat(read("SA 10:00-12:00", "", WINTER).at("/0/timezone").asInt()).isEqualTo(-5);
        assertThat(read("SA 10:00-12:00", "", SUMMER).at("/0/timezone").asInt()).isEqualTo(-4);
    }

    @Test
    void aZoneNamedInTheNotesCounts() {
        assertThat(read("SA 10:00-12:00", "Pacific time.", WINTER)
                        .at("/0/timezone")
                        .asInt())
                .isEqualTo(-8);
    }

    @Test
    void whatIsNoOpeningIsRefusedByName() {
        assertThatThrownBy(() -> read("Mondays", "", WINTER)).hasMessageContaining("Mondays");
    }

    private static JsonNode read(String text, String notes, LocalDate today) {
        return Openings.schedules(
                "key",
                text,
                Optional.of(notes).filter(note -> !note.isEmpty()),
                Optional.of(ZoneId.of("America/New_York")),
                today);
    }
}
