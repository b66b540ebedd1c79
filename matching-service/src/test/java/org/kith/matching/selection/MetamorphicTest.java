package org.kith.matching.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Directory;
import org.kith.matching.code.AccessNeed;
import org.kith.matching.code.Affirming;
import org.kith.matching.code.Format;
import org.kith.matching.code.ReligiousContent;
import org.kith.matching.policy.Policy;
import org.kith.matching.query.Avoidance;
import org.kith.matching.query.Identity;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.Where;
import org.kith.matching.scoring.Contribution;
import org.kith.matching.scoring.ScoredCandidate;
import org.kith.matching.scoring.Scorer;

/** What must hold between two answers whatever the request; each relation over generated requests and listings. */
class MetamorphicTest {
    private static final Policy POLICY = Policy.standard();
    private static final Matcher MATCHER = new Matcher(POLICY);
    private static final int ROUNDS = 40;

    private interface Relation {
        void holds(Generated generated, List<Candidate> listings, MatchQuery query);
    }

    private static void always(Relation relation) {
        for (int seed = 1000; seed < 1000 + ROUNDS; seed++) {
            Generated generated = new Generated(seed);
            relation.holds(generated, generated.listings(200), generated.query());
        }
    }

    @Test
    void aPreferredIdentityKeepsEveryGeneralListingAndItsBase() {
        always((generated, listings, query) -> {
            MatchQuery bare = query.change().identity(List.of()).build();
            MatchQuery stated = bare.change()
                    .identity(generated.identity().stream()
                            .map(factor -> new Identity(factor.axis(), factor.code(), Identity.Use.PREFER, 2))
                            .toList())
                    .build();
            Map<UUID, Long> before = eligible(listings, bare);
            Map<UUID, Long> after = eligible(listings, stated);
            for (Candidate listing : listings) {
                // What harms is no general resource: H15 and H16 stand above this.
                boolean safe = listing.welcome().affirming() != Affirming.NO
                        && listing.welcome().religiousContent() != ReligiousContent.CENTRAL;
                if (safe && before.containsKey(listing.id())) {
                    assertThat(after).containsKey(listing.id());
                    assertThat(explain(stated, listing).base())
                            .isEqualTo(explain(bare, listing).base());
                    assertThat(after.get(listing.id())).isGreaterThanOrEqualTo(before.get(listing.id()));
                }
            }
        });
    }

    @Test
    void contextOnlyGivesNoAffinityAndTheSameEligibleListings() {
        always((generated, listings, query) -> {
            MatchQuery preferred = with(query, Identity.Use.PREFER);
            MatchQuery context = with(query, Identity.Use.CONTEXT_ONLY);
            assertThat(eligible(listings, context).keySet())
                    .isEqualTo(eligible(listings, preferred).keySet());
            MATCHER.select(Directory.of(listings), context)
                    .results()
                    .forEach(result -> assertThat(contribution(result.scored(), "affinity"))
                            .isZero());
        });
    }

    @Test
    void aHardWishOnlyShrinks() {
        always((generated, listings, query) -> {
            List<Avoidance> more = new ArrayList<>(query.avoid());
            more.add(generated.avoidance());
            Set<UUID> before = eligible(listings, query).keySet();
            assertThat(before)
                    .containsAll(eligible(listings, query.change().avoid(more).build())
                            .keySet());
            assertThat(before)
                    .containsAll(eligible(
                                    listings,
                                    query.change()
                                            .access(query.access().with(generated.one(AccessNeed.class)))
                                            .build())
                            .keySet());
        });
    }

    @Test
    void whatIsAvoidedIsNowhere() {
        always((generated, listings, query) -> {
            MatchQuery avoiding = query.change()
                    .avoid(List.of(new Avoidance.OfOrganization("org-3")))
                    .build();
            Selection selection = MATCHER.select(Directory.of(listings), avoiding);
            assertThat(selection.results())
                    .noneMatch(result -> isOf(result.scored().candidate(), "org-3"));
            assertThat(selection.askFirst()).noneMatch(ask -> isOf(ask.candidate(), "org-3"));
        });
    }

    @Test
    void whatOneWouldRatherNotHaveIsOnlyLowered() {
        always((generated, listings, query) -> {
            MatchQuery rather =
                    query.change().preferNot(List.of(generated.avoidance())).build();
            Map<UUID, Long> before =
                    eligible(listings, query.change().preferNot(List.of()).build());
            Map<UUID, Long> after = eligible(listings, rather);
            assertThat(after.keySet()).isEqualTo(before.keySet());
            after.forEach((id, score) -> assertThat(score).isLessThanOrEqualTo(before.get(id)));
        });
    }

    @Test
    void aWiderRadiusOnlyGrows() {
        always((generated, listings, query) -> {
            Where where = query.where();
            MatchQuery near = query.change().where(radius(where, 10_000)).build();
            MatchQuery far = query.change().where(radius(where, 40_000)).build();
            assertThat(eligible(listings, far).keySet())
                    .containsAll(eligible(listings, near).keySet());
        });
    }

    @Test
    void fartherNeverRanksBetter() {
        always((generated, listings, query) -> {
            Directory directory = Directory.of(listings);
            List<Selected> results = MATCHER.select(directory, query).results();
            for (int place = 0; place < results.size(); place++) {
                Candidate listing = results.get(place).scored().candidate();
                boolean goThere = listing.offer().formats().has(Format.IN_PERSON)
                        && listing.whereabouts().places().size() == 1
                        && query.where().latitude() != null;
                if (goThere) {
                    assertNoBetter(directory, query, place, Changed.farther(listing, query.where()));
                }
            }
        });
    }

    @Test
    void olderOrFullerNeverRanksBetter() {
        always((generated, listings, query) -> {
            Directory directory = Directory.of(listings);
            List<Selected> results = MATCHER.select(directory, query).results();
            for (int place = 0; place < results.size(); place++) {
                Candidate listing = results.get(place).scored().candidate();
                assertNoBetter(directory, query, place, Changed.older(listing));
                assertNoBetter(directory, query, place, Changed.full(listing));
            }
        });
    }

    @Test
    void theOrderOfLoadingIsOfNoMatter() {
        always((generated, listings, query) -> {
            Directory atOnce = Directory.of(listings);
            Directory piecemeal = Directory.empty();
            for (Candidate listing : generated.shuffled(listings)) {
                piecemeal = piecemeal.with(List.of(Changed.older(listing)), List.of());
            }
            piecemeal = piecemeal.with(generated.shuffled(listings).subList(0, 120), List.of());
            piecemeal = piecemeal.with(listings, List.of(new UUID(9, 9)));
            assertThat(MATCHER.select(piecemeal, query)).isEqualTo(MATCHER.select(atOnce, query));
        });
    }

    @Test
    void contributionsSumExactlyToTheScore() {
        always((generated, listings, query) -> {
            for (Candidate listing : listings) {
                ScoredCandidate scored = explain(query, listing);
                assertThat(scored.contributions().stream()
                                .mapToLong(Contribution::micros)
                                .sum())
                        .isEqualTo(scored.score());
            }
        });
    }

    @Test
    void aDuplicateNeverTakesTwoPlaces() {
        always((generated, listings, query) -> {
            List<Selected> results =
                    MATCHER.select(Directory.of(listings), query).results();
            if (!results.isEmpty()) {
                Candidate first = results.getFirst().scored().candidate();
                List<Candidate> more = new ArrayList<>(listings);
                more.add(Changed.renamed(first, new UUID(5, 5)));
                long shown = MATCHER.select(Directory.of(more), query).results().stream()
                        .filter(result -> result.scored().candidate().name().equals(first.name()))
                        .count();
                assertThat(shown).isEqualTo(1);
            }
        });
    }

    @Test
    void theSetKeepsItsRules() {
        always((generated, listings, query) -> {
            List<Candidate> shown = MATCHER.select(Directory.of(listings), query).results().stream()
                    .map(result -> result.scored().candidate())
                    .toList();
            assertThat(shown.size()).isLessThanOrEqualTo(query.k());
            Map<String, Long> perOrganization = shown.stream()
                    .filter(listing -> listing.organization() != null)
                    .collect(Collectors.groupingBy(MetamorphicTest::organization, Collectors.counting()));
            assertThat(perOrganization.values()).allMatch(count -> count <= 2);
            if (query.support().virtualOveruse()) {
                assertThat(shown.stream().filter(Candidate::isRemote).count()).isLessThanOrEqualTo(query.k() / 2);
            }
        });
    }

    private static void assertNoBetter(Directory directory, MatchQuery query, int before, Candidate worse) {
        List<Selected> after =
                MATCHER.select(directory.with(List.of(worse), List.of()), query).results();
        List<UUID> places =
                after.stream().map(result -> result.scored().candidate().id()).toList();
        int place = places.indexOf(worse.id());
        assertThat(place < 0 ? query.k() : place).isGreaterThanOrEqualTo(before);
    }

    private static Map<UUID, Long> eligible(List<Candidate> listings, MatchQuery query) {
        Map<UUID, Long> eligible = new TreeMap<>();
        new Scan(query, POLICY.file(), Directory.of(listings)).run((found, score, ask) -> {
            if (!ask) {
                eligible.put(found.ranked(score, 1).listing().id(), score);
            }
        });
        return eligible;
    }

    private static ScoredCandidate explain(MatchQuery query, Candidate listing) {
        return new Scorer(query, POLICY.file()).explain(listing);
    }

    private static long contribution(ScoredCandidate scored, String code) {
        return scored.contributions().stream()
                .filter(contribution -> contribution.code().equals(code))
                .mapToLong(Contribution::micros)
                .sum();
    }

    private static MatchQuery with(MatchQuery query, Identity.Use use) {
        return query.change()
                .identity(query.identity().stream()
                        .map(factor -> new Identity(factor.axis(), factor.code(), use, factor.importance()))
                        .toList())
                .build();
    }

    private static Where radius(Where where, int meters) {
        return new Where(where.country(), where.region(), where.latitude(), where.longitude(), meters);
    }

    private static boolean isOf(Candidate listing, String organization) {
        return organization(listing).equals(organization);
    }

    private static String organization(Candidate listing) {
        return listing.organization() == null ? "" : listing.organization().id();
    }
}
