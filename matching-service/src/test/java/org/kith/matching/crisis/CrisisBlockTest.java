package org.kith.matching.crisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Hours;
import org.kith.matching.candidate.ListingStatus;
import org.kith.matching.candidate.Opening;
import org.kith.matching.candidate.OrganizationRef;
import org.kith.matching.candidate.Standing;
import org.kith.matching.code.Audience;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Flag;
import org.kith.matching.code.Need;
import org.kith.matching.code.TimeOfDay;
import org.kith.matching.query.Safety;

class CrisisBlockTest {
    private static final CrisisTable TABLE = CrisisTable.standard();
    /** A Sunday evening in the east of the United States. */
    private static final Instant SUNDAY = Instant.parse("2026-11-22T18:00:00Z");

    private static final Instant TUESDAY_NOON_PACIFIC = Instant.parse("2026-11-24T20:00:00Z");
    private static final Predicate<Candidate> ALL = candidate -> true;

    @Test
    void leadsWith988InTheUnitedStates() {
        assertThat(names(call("US", Need.SUICIDAL_THOUGHTS))).startsWith("988 Suicide & Crisis Lifeline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CA", "GB", "IE", "AU", "NZ", "IN"})
    void everyCountryOfTheTableHasItsDefaultForEveryCrisis(String country) {
        String standby = name(TABLE.lines(country).stream()
                .filter(line -> line.role() == CrisisLine.Role.DEFAULT)
                .findFirst()
                .orElseThrow()
                .candidate());
        for (Need need :
                List.of(Need.SUICIDAL_THOUGHTS, Need.SELF_HARM, Need.OVERDOSE, Need.VIOLENCE_NOW, Need.LEGAL)) {
            assertThat(names(call(country, need))).contains(standby).hasSizeBetween(1, 3);
        }
    }

    @Test
    void knows988OnlyWhereItsTableHasIt() {
        for (String country : new String[] {"GB", "IE", "AU", "NZ", "IN", "FR", null}) {
            for (Need need : List.of(Need.SUICIDAL_THOUGHTS, Need.OVERDOSE, Need.VIOLENCE_NOW)) {
                assertThat(items(call(country, need)))
                        .allSatisfy(
                                item -> assertThat(item.candidate().contact().phones())
                                        .noneMatch(phone -> phone.number().contains("988")));
            }
        }
        assertThat(names(call("CA", Need.SELF_HARM))).startsWith("9-8-8: Suicide Crisis Helpline");
    }

    @Test
    void pointsToTheLocalNumberAndAFinderWhereTheCountryIsUnknown() {
        assertThat(names(call(null, Need.SUICIDAL_THOUGHTS)))
                .containsExactly("Your local emergency number", "Find a Helpline");
    }

    @Test
    void putsTheNeedsOwnLineFirstThenTheAffineThenTheDefault() {
        assertThat(names(call("US", Need.VIOLENCE_NOW, Audience.NATIVE)))
                .containsExactly(
                        "National Domestic Violence Hotline",
                        "StrongHearts Native Helpline",
                        "988 Suicide & Crisis Lifeline");
        assertThat(names(call("US", Need.OVERDOSE))).startsWith("Emergency services: 911");
    }

    @Test
    void offersALineForItsAudienceOnlyToThoseWhoSaidSo() {
        assertThat(names(call("US", Need.SUICIDAL_THOUGHTS, Audience.VETERANS))).contains("Veterans Crisis Line");
        assertThat(names(call("US", Need.SUICIDAL_THOUGHTS)))
                .doesNotContain("Veterans Crisis Line", "TrevorLifeline, TrevorText and TrevorChat");
    }

    @Test
    void offersTransLifelineOnlyWhileItIsOpen() {
        assertThat(names(at(TUESDAY_NOON_PACIFIC, call("US", Need.SELF_HARM, Audience.TRANS, Audience.LGBTQ))))
                .contains("Trans Lifeline Hotline");
        assertThat(names(call("US", Need.SELF_HARM, Audience.TRANS, Audience.LGBTQ)))
                .doesNotContain("Trans Lifeline Hotline")
                .contains("988 Suicide & Crisis Lifeline");
    }

    @Test
    void offersNoMenuThatEndedAndNoInformationLine() {
        assertThat(TABLE.lines("US"))
                .noneMatch(line -> name(line.candidate()).contains("SAMHSA"))
                .noneMatch(line -> line.candidate().contact().phones().stream()
                        .anyMatch(phone -> phone.number().matches("988.*3")));
    }

    @Test
    void leadsInSpanishForSomebodyWhoSpeaksIt() {
        CrisisCall spanish = call("US", Need.SUICIDAL_THOUGHTS);
        spanish = new CrisisCall(
                spanish.needs(), "US", null, List.of("es"), spanish.audiences(), false, safe(), true, SUNDAY);

        assertThat(names(spanish)).startsWith("988 Lifeline in Spanish").contains("988 Suicide & Crisis Lifeline");
    }

    @Test
    void givesADeafCallerLinesWithoutVoiceAndOneInSignLanguage() {
        CrisisCall deaf = new CrisisCall(
                CodeSet.of(Need.SUICIDAL_THOUGHTS),
                "US",
                null,
                List.of("en"),
                CodeSet.of(Audience.DEAF),
                true,
                safe(),
                true,
                SUNDAY);

        assertThat(names(deaf)).contains("988 Lifeline in American Sign Language");
        assertThat(items(deaf).getFirst().checks()).doesNotContain("CONFIRM_HOURS");
    }

    @Test
    void aFreshListingStandsForItsRowAndAClosedOneTakesItAway() {
        Candidate open = listing("Veterans Crisis Line", LocalDate.of(2026, 11, 1), roundTheClock());
        Candidate closed = listing("Veterans Crisis Line", LocalDate.of(2026, 11, 1), neverNow());
        Candidate stale = listing("Veterans Crisis Line", LocalDate.of(2026, 1, 1), neverNow());
        CrisisCall veteran = call("US", Need.SUICIDAL_THOUGHTS, Audience.VETERANS);

        assertThat(ids(veteran, open)).contains(open.id());
        assertThat(names(veteran, ALL, closed)).doesNotContain("Veterans Crisis Line");
        assertThat(names(veteran, ALL, stale)).contains("Veterans Crisis Line");
        assertThat(ids(veteran, stale)).doesNotContain(stale.id());
    }

    @Test
    void theDefaultStaysEvenWhereItsListingSaysClosed() {
        Candidate closed = listing("988 Suicide & Crisis Lifeline", LocalDate.of(2026, 11, 1), neverNow());

        assertThat(names(call("US", Need.SELF_HARM), ALL, closed)).contains("988 Suicide & Crisis Lifeline");
    }

    @Test
    void whatIsAvoidedIsGoneButTheBlockIsNeverEmpty() {
        assertThat(names(call("US", Need.SUICIDAL_THOUGHTS), line -> !name(line).startsWith("988")))
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("988"));
        assertThat(names(call("US", Need.SUICIDAL_THOUGHTS), line -> false))
                .containsExactly("Your local emergency number");
    }

    @Test
    void anAvoidedListingTakesItsRowWithIt() {
        Candidate listed = listing("Crisis Text Line", null, roundTheClock());

        assertThat(names(call("US", Need.SUICIDAL_THOUGHTS), line -> !line.equals(listed), listed))
                .doesNotContain("Crisis Text Line");
    }

    @Test
    void aFlaggedListingTakesItsRowWithIt() {
        Candidate listed = listing("Crisis Text Line", LocalDate.of(2026, 11, 1), roundTheClock());
        Candidate flagged = new Candidate(
                listed.id(),
                listed.name(),
                listed.organization(),
                true,
                listed.offer(),
                listed.welcome(),
                new Standing(ListingStatus.ACTIVE, LocalDate.of(2026, 11, 1), CodeSet.of(Flag.REPORTED_HARM)),
                listed.whereabouts(),
                listed.hours(),
                listed.contact());

        assertThat(names(call("US", Need.SUICIDAL_THOUGHTS), ALL, flagged)).doesNotContain("Crisis Text Line");
    }

    @Test
    void everyCountryHasOneDefaultThatIsAlwaysOpen() {
        for (String country : new String[] {"US", "CA", "GB", "IE", "AU", "NZ", "IN", "XX"}) {
            assertThat(TABLE.lines(country))
                    .filteredOn(line -> line.role() == CrisisLine.Role.DEFAULT)
                    .hasSize(1)
                    .allMatch(line -> line.candidate().hours().isAlwaysOpen());
        }
    }

    private static CrisisCall call(@Nullable String country, Need need, Audience... audiences) {
        return new CrisisCall(
                CodeSet.of(need),
                country,
                null,
                List.of("en"),
                CodeSet.of(Audience.class, List.of(audiences)),
                false,
                safe(),
                true,
                SUNDAY);
    }

    private static CrisisCall at(Instant now, CrisisCall call) {
        return new CrisisCall(
                call.needs(),
                call.country(),
                call.region(),
                call.languages(),
                call.audiences(),
                false,
                safe(),
                true,
                now);
    }

    private static Safety safe() {
        return new Safety(false, false, false);
    }

    private static List<CrisisItem> items(CrisisCall call) {
        return CrisisBlock.choose(call, TABLE, List.of(), ALL);
    }

    private static List<String> names(CrisisCall call) {
        return names(call, ALL);
    }

    private static List<String> names(CrisisCall call, Predicate<Candidate> bearable, Candidate... listings) {
        return CrisisBlock.choose(call, TABLE, List.of(listings), bearable).stream()
                .map(item -> name(item.candidate()))
                .toList();
    }

    private static List<UUID> ids(CrisisCall call, Candidate... listings) {
        return CrisisBlock.choose(call, TABLE, List.of(listings), ALL).stream()
                .map(item -> item.candidate().id())
                .toList();
    }

    private static String name(Candidate candidate) {
        return candidate.name();
    }

    /** A listing of a line that the table knows, as the directory might have it. */
    private static Candidate listing(String name, @Nullable LocalDate assured, Hours hours) {
        Candidate row = Stream.of(TABLE.lines("US"))
                .flatMap(List::stream)
                .map(CrisisLine::candidate)
                .filter(candidate -> name(candidate).equals(name))
                .findFirst()
                .orElseThrow();
        return new Candidate(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                name,
                new OrganizationRef("00000000-0000-0000-0000-000000000001", "Listed"),
                true,
                row.offer(),
                row.welcome(),
                new Standing(ListingStatus.ACTIVE, assured, CodeSet.none(Flag.class)),
                row.whereabouts(),
                hours,
                row.contact());
    }

    private static Hours roundTheClock() {
        return hours(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.of(23, 59));
    }

    private static Hours neverNow() {
        return hours(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(10, 0));
    }

    private static Hours hours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
        return new Hours(
                List.of(new Opening(days, null, opens, closes, 1, null, null)),
                ZoneId.of("America/New_York"),
                CodeSet.none(TimeOfDay.class));
    }
}
