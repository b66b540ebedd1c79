package org.kith.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.search.index.Fixture.listing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FilterTest {
    private final Fixture directory = new Fixture()
            .with(
                    listing("Spanish group")
                            .code("kind", "support_group")
                            .code("need", "grief", "isolation")
                            .code("cost", "free")
                            .code("faith_tradition", "baptist")
                            .speaks("es-MX")
                            .ages(18, null)
                            .verified("2026-10-01")
                            .open(s -> {
                                s.freq = "WEEKLY";
                                s.byday = "TU";
                                s.opensAt = "18:30";
                                s.closesAt = "20:00";
                            }),
                    listing("Teen line")
                            .code("kind", "helpline")
                            .code("need", "isolation")
                            .code("cost", "donation")
                            .interpreter("es")
                            .ages(13, 17)
                            .verified("2020-01-01")
                            .open(s -> {
                                s.freq = "WEEKLY";
                                s.byday = "MO,TU,WE,TH,FR,SA,SU";
                                s.opensAt = "00:00";
                                s.closesAt = "23:59";
                            }),
                    listing("Monthly supper")
                            .code("kind", "club")
                            .code("need", "isolation")
                            .code("cost", "fee")
                            .code("faith_tradition", "interfaith")
                            .open(s -> {
                                s.freq = "MONTHLY";
                                s.byday = "1TU";
                                s.opensAt = "18:00";
                                s.closesAt = "21:00";
                            }));

    @Test
    void filtersAreAndedAndTheirCodesOred() {
        assertThat(found(q -> q.codes = Map.of("need", Set.of("isolation"), "kind", Set.of("support_group", "club"))))
                .containsExactlyInAnyOrder("Spanish group", "Monthly supper");
        assertThat(found(q -> q.codes = Map.of("need", Set.of("grief"), "kind", Set.of("club"))))
                .isEmpty();
    }

    @Test
    void aLanguageIsAlsoSpokenThroughAnInterpreterAndInAnyRegion() {
        assertThat(found(q -> q.codes = Map.of("language", Set.of("es"))))
                .containsExactlyInAnyOrder("Spanish group", "Teen line");
        assertThat(found(q -> q.codes = Map.of("language", Set.of("es-mx")))).containsExactly("Spanish group");
    }

    @Test
    void aTraditionIncludesTheNarrowerOnes() {
        assertThat(found(q -> q.codes = Map.of("faith_tradition", Set.of("christian"))))
                .containsExactly("Spanish group");
    }

    @Test
    void agesAreInclusiveAndOpenWhereNotStated() {
        assertThat(found(q -> q.age = 17.0)).containsExactlyInAnyOrder("Teen line", "Monthly supper");
        assertThat(found(q -> q.age = 18.0)).containsExactlyInAnyOrder("Spanish group", "Monthly supper");
        assertThat(found(q -> q.age = 12.0)).containsExactly("Monthly supper");
    }

    @Test
    void onlyWhatIsOpenThenIsFound() {
        assertThat(found(q -> q.openAt = Instant.parse("2026-11-24T23:30:00Z")))
                .as("the fourth Tuesday, 18:30")
                .containsExactlyInAnyOrder("Spanish group", "Teen line");
        assertThat(found(q -> q.openAt = Instant.parse("2026-12-01T23:30:00Z")))
                .as("the first Tuesday, 18:30")
                .containsExactlyInAnyOrder("Spanish group", "Teen line", "Monthly supper");
        assertThat(found(q -> q.openAt = Instant.parse("2026-12-02T01:00:00Z")))
                .as("the first Tuesday, 20:00: the group has just closed")
                .containsExactlyInAnyOrder("Teen line", "Monthly supper");
    }

    @Test
    void aScheduleMayHaveAnOffsetOfItsOwn() {
        directory.with(listing("Pacific line").open(s -> {
            s.freq = "WEEKLY";
            s.byday = "SU";
            s.opensAt = "22:00";
            s.closesAt = "23:00";
            s.timezone = BigDecimal.valueOf(-8);
        }));
        assertThat(found(q -> q.openAt = Instant.parse("2026-11-23T06:30:00Z"))).contains("Pacific line");
        assertThat(found(q -> q.openAt = Instant.parse("2026-11-23T03:30:00Z"))).doesNotContain("Pacific line");
    }

    @Test
    void aHitSaysWhenItIsOpenNext() {
        assertThat(directory.ask("supper", q -> {}).hits().getFirst().nextOpen())
                .hasToString("2026-12-01T18:00-05:00");
        assertThat(directory.ask("teen", q -> {}).hits().getFirst().nextOpen()).hasToString("2026-11-22T13:00-05:00");
    }

    @Test
    void staleIsWhatWasVerifiedLongAgoAndNotWhatNeverWas() {
        long since = LocalDate.parse("2024-11-22").toEpochDay();
        assertThat(found(q -> q.verifiedSince = since)).containsExactlyInAnyOrder("Spanish group", "Monthly supper");
    }

    @Test
    void withoutWordsTheFreshestComesFirst() {
        assertThat(found(q -> {})).containsExactly("Spanish group", "Teen line", "Monthly supper");
    }

    @Test
    void facetsCountWhatTheSameQuestionWithThatCodeFinds() {
        Page page = directory.ask("", q -> q.facets = true);
        assertThat(page.facets().get("need")).containsExactly(Map.entry("isolation", 3), Map.entry("grief", 1));
        page.facets()
                .forEach((list, counts) -> counts.forEach((code, count) -> assertThat(directory
                                .ask("", q -> q.codes = Map.of(list, Set.of(code)))
                                .total())
                        .as("%s=%s", list, code)
                        .isEqualTo((long) count)));
        assertThat(page.facets().getOrDefault("kind", Map.of()).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo((int) page.total());
    }

    private List<String> found(Consumer<Fixture.Asked> filters) {
        return Fixture.names(directory.ask("", filters));
    }
}
