package org.kith.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final Set<LocalDate> THANKSGIVING = Set.of(LocalDate.of(2026, 11, 26));
    private final BusinessDays days = new BusinessDays(ZoneId.of("America/New_York"), THANKSGIVING);
    private final Deadlines deadlines = new Deadlines(
            days,
            2,
            2,
            5,
            Duration.ofHours(4),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofDays(14),
            Duration.ofDays(30));

    @Test
    void weekendsDoNotCount() {
        Instant fridayNoon = Instant.parse("2026-11-13T17:00:00Z");
        assertThat(days.after(fridayNoon, 2)).isEqualTo(Instant.parse("2026-11-17T17:00:00Z"));
    }

    @Test
    void holidaysDoNotCount() {
        Instant wednesday = Instant.parse("2026-11-25T17:00:00Z");
        assertThat(days.after(wednesday, 1)).isEqualTo(Instant.parse("2026-11-27T17:00:00Z"));
    }

    @Test
    void whatIsSentOnASundayCountsFromMonday() {
        Instant sundayNight = Instant.parse("2026-11-22T20:00:00Z");
        assertThat(days.after(sundayNight, 2)).isEqualTo(Instant.parse("2026-11-25T05:00:00Z"));
    }

    @Test
    void theTimeOfDayStaysWhenTheClocksChange() {
        Instant fridayNoonInSummerTime = Instant.parse("2026-10-30T16:00:00Z");
        assertThat(days.after(fridayNoonInSummerTime, 1)).isEqualTo(Instant.parse("2026-11-02T17:00:00Z"));
    }

    @Test
    void anOfferIsRemindedOfThenEscalatedThenExpires() {
        Deadlines.Answer answer = deadlines.answer(false, Instant.parse("2026-11-09T15:00:00Z"));
        assertThat(answer.remindAt()).isEqualTo(Instant.parse("2026-11-11T15:00:00Z"));
        assertThat(answer.escalateAt()).isEqualTo(Instant.parse("2026-11-13T15:00:00Z"));
        assertThat(answer.expireAt()).isEqualTo(Instant.parse("2026-11-16T15:00:00Z"));
    }

    @Test
    void anUrgentOfferIsCountedInHoursOnAnyDay() {
        Deadlines.Answer answer = deadlines.answer(true, Instant.parse("2026-11-21T15:00:00Z"));
        assertThat(answer.remindAt()).isEqualTo(Instant.parse("2026-11-21T19:00:00Z"));
        assertThat(answer.expireAt()).isEqualTo(Instant.parse("2026-11-22T15:00:00Z"));
    }
}
