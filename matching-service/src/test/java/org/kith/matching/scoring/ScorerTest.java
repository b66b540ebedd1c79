package org.kith.matching.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.matching.candidate.Listing.group;
import static org.kith.matching.candidate.Listing.line;
import static org.kith.matching.query.Asking.NOW;
import static org.kith.matching.query.Asking.about;
import static org.kith.matching.query.Asking.being;
import static org.kith.matching.query.Asking.things;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.matching.candidate.Listing;
import org.kith.matching.code.Audience;
import org.kith.matching.code.AudienceMode;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.Capacity;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.code.Requirement;
import org.kith.matching.code.SupportType;
import org.kith.matching.code.TieRole;
import org.kith.matching.code.Tradition;
import org.kith.matching.policy.Policy;
import org.kith.matching.query.AgeRange;
import org.kith.matching.query.Identity;
import org.kith.matching.query.LanguageWish;
import org.kith.matching.query.MatchQueryBuilder;
import org.kith.matching.query.NeedWish;
import org.kith.matching.query.Person;
import org.kith.matching.query.SupportProfile;
import org.kith.matching.query.Urgency;

/** Contributions in millionths; the weights are those without barriers unless a barrier is named. */
class ScorerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest(name = "{0}")
    @MethodSource({"needs", "support", "barriers", "reach", "standing", "affinities"})
    void gives(String sentence, String term, MatchQueryBuilder asking, Listing listing, long micros) {
        assertThat(contribution(asking, listing, term)).as(sentence).isEqualTo(micros);
    }

    static Stream<Arguments> needs() {
        MatchQueryBuilder two =
                asking(new NeedWish(Need.GRIEF, 3, Urgency.ROUTINE), new NeedWish(Need.ISOLATION, 2, Urgency.ROUTINE));
        return Stream.of(
                row("the first need, by the kind that fits it best", "need", about(Need.GRIEF), group(), 410_000),
                row("a class fits it less", "need", about(Need.GRIEF), group().kind(Kind.CLASS), 246_000),
                // .41 · (1 + .25 · 2/3 · .85) is more than 1 and stops there
                row(
                        "several needs never give more than the whole",
                        "need",
                        two,
                        group().needs(Need.GRIEF, Need.ISOLATION),
                        410_000),
                row("the second need alone", "need", two, group().needs(Need.ISOLATION), 410_000 * 2 / 3 * 85 / 100),
                row(
                        "an interest is a need fully met",
                        "need",
                        two.build().change().interests(Set.of("chess")),
                        group().needs(Need.FOOD).topics("chess"),
                        410_000),
                row("nothing asked for, nothing given", "need", about(Need.LEGAL), group(), 0));
    }

    static Stream<Arguments> support() {
        MatchQueryBuilder profile = about(Need.GRIEF)
                .support(new SupportProfile(
                        500_000, 100_000, 0, 300_000, 100_000, 0, 1_000_000, 0, false, CodeSet.none(TieRole.class)));
        return Stream.of(
                // .7 · .5/.8 of .241; the group is peer, which is not missing
                row("the share of the two types wanted most", "support", profile, group(), 105_437),
                row(
                        "both of them are the whole",
                        "support",
                        profile,
                        group().gives(SupportType.EMOTIONAL, SupportType.COMPANIONSHIP),
                        168_700),
                row(
                        "a source that is missing adds",
                        "support",
                        profile,
                        group().kind(Kind.PROFESSIONAL_SERVICE),
                        177_737));
    }

    static Stream<Arguments> barriers() {
        MatchQueryBuilder anxious =
                about(Need.GRIEF).barriers(CodeSet.of(Barrier.SOCIAL_ANXIETY, Barrier.FEAR_OF_REJECTION));
        MatchQueryBuilder two = about(Need.GRIEF).barriers(CodeSet.of(Barrier.TRUST, Barrier.VIRTUAL_OVERUSE));
        return Stream.of(
                row("a small group is a gentle start", "barrier", anxious, group(), 77_000),
                row(
                        "with listening only, drop-in and a moderator all of it",
                        "barrier",
                        anxious,
                        group().features(Feature.LISTEN_ONLY_OK, Feature.DROP_IN, Feature.MODERATED),
                        220_000),
                row("a large group never takes below nothing", "barrier", anxious, group().size(GroupSize.LARGE), 0),
                // trust .5 at weight 1, in person 1 at weight 2
                row(
                        "rules are averaged by their weight",
                        "barrier",
                        two,
                        group(),
                        220_000 * 2_500_000L / 3 / 1_000_000),
                row(
                        "a barrier without a rule leaves the small weight",
                        "barrier",
                        about(Need.GRIEF).barriers(CodeSet.of(Barrier.MOBILITY)),
                        group().features(Feature.DROP_IN),
                        30_000),
                row(
                        "trauma-informed is twice as heavy when required",
                        "barrier",
                        about(Need.GRIEF).traumaInformedRequired(true),
                        group().features(Feature.TRAUMA_INFORMED),
                        220_000));
    }

    static Stream<Arguments> reach() {
        MatchQueryBuilder inOrder =
                about(Need.GRIEF).formatsOk(List.of(Format.TEXT_CHAT, Format.IN_PERSON, Format.PHONE));
        return Stream.of(
                row("next door is the whole", "distance", about(Need.GRIEF), group(), 96_400),
                row("from afar is three quarters", "distance", about(Need.GRIEF), line(), 72_300),
                row(
                        "a hidden place is less than either",
                        "distance",
                        about(Need.GRIEF),
                        group().places(List.of()),
                        33_740),
                row("the first format is the whole", "format", inOrder, line().formats(Format.TEXT_CHAT), 72_300),
                row("the second costs .18", "format", inOrder, group(), 59_286),
                row("without an order all are equal", "format", about(Need.GRIEF), line(), 72_300));
    }

    static Stream<Arguments> standing() {
        MatchQueryBuilder asking = about(Need.GRIEF);
        return Stream.of(
                row("90 days are fresh", "freshness", asking, group().assured(TODAY.minusDays(90)), 60_150),
                row("91 less so", "freshness", asking, group().assured(TODAY.minusDays(91)), 48_120),
                row("two years hardly", "freshness", asking, group().assured(TODAY.minusDays(730)), 12_030),
                row("never verified not at all", "freshness", asking, group().assured(null), 0),
                row("open", "capacity", asking, group(), 60_150),
                row("not known", "capacity", asking, group().capacity(Capacity.UNKNOWN, null), 36_090),
                row("a month's wait", "capacity", asking, group().capacity(Capacity.WAITLIST, 30), 17_543),
                row("a year's wait", "capacity", asking, group().capacity(Capacity.WAITLIST, 365), 6_315),
                row("full", "capacity", asking, group().capacity(Capacity.FULL, null), 6_015));
    }

    static Stream<Arguments> affinities() {
        MatchQueryBuilder veteran = about(Need.GRIEF).identity(being("service:veteran"));
        MatchQueryBuilder both = about(Need.GRIEF).identity(being("service:veteran", "race_ethnicity:black"));
        Listing forVeterans = group().audience(AudienceMode.FOCUSED, Audience.VETERANS);
        return Stream.of(
                row("the only axis matched is all of it", "affinity", veteran, forVeterans, 260_000),
                // (1 − .35) / (1 − .35²)
                row("one of two is three quarters", "affinity", both, forVeterans, 192_592),
                row(
                        "both are the whole",
                        "affinity",
                        both,
                        group().audience(AudienceMode.FOCUSED, Audience.VETERANS, Audience.BLACK),
                        260_000),
                row(
                        "welcoming is general",
                        "affinity",
                        veteran,
                        group().audience(AudienceMode.WELCOMING, Audience.VETERANS),
                        0),
                row(
                        "context only gives nothing",
                        "affinity",
                        about(Need.GRIEF)
                                .identity(List.of(new Identity("service", "veteran", Identity.Use.CONTEXT_ONLY, 2))),
                        forVeterans,
                        0),
                row(
                        "importance halves or adds half",
                        "affinity",
                        about(Need.GRIEF).identity(List.of(new Identity("service", "veteran", Identity.Use.PREFER, 3))),
                        forVeterans,
                        390_000),
                row(
                        "who seeks affirmation gets more of it",
                        "affinity",
                        asking(new NeedWish(Need.IDENTITY_AFFIRMATION, 3, Urgency.ROUTINE))
                                .identity(being("service:veteran")),
                        forVeterans,
                        338_000),
                row(
                        "one's own faith is nine tenths",
                        "affinity",
                        about(Need.GRIEF).identity(being("faith:islam")),
                        group().faith(Tradition.ISLAM, null),
                        234_000),
                row(
                        "LGBTQ+ youth match on both axes",
                        "affinity",
                        about(Need.GRIEF).identity(being("sexual_orientation:gay", "age_group:teen")),
                        group().audience(AudienceMode.FOCUSED, Audience.LGBTQ_YOUTH),
                        260_000));
    }

    @Test
    void valueHalvesThreeTimesUpToTheGreatestDistance() {
        DistanceCurve curve = new DistanceCurve(Policy.standard().file().distance(), 24_000);

        assertThat(curve.value(0)).isEqualTo(1_000_000);
        assertThat(curve.value(8_000)).isEqualTo(500_000);
        assertThat(curve.value(24_000)).isEqualTo(125_000);
        for (int meters = 1; meters < 60_000; meters++) {
            assertThat(curve.value(meters)).isLessThanOrEqualTo(curve.value(meters - 1));
        }
    }

    @Test
    void whatFollowsTheSumHasItsOwnNegativeContribution() {
        Map<String, MatchQueryBuilder> cases = Map.of(
                "no_need_no_affinity", about(Need.LEGAL),
                "PREFER_NOT:kind:support_group", about(Need.GRIEF).preferNot(things("kind:support_group")),
                "interpreter_only", about(Need.GRIEF).languages(List.of(new LanguageWish("es", false, false))),
                "privacy_demand", about(Need.GRIEF).barriers(CodeSet.of(Barrier.PRIVACY)),
                "age_unknown", about(Need.GRIEF).person(new Person(false, new AgeRange(18, 130), null, null)));
        Listing listing = group().interprets("es").ages(50, null).requires(Requirement.REAL_NAME);

        cases.forEach((code, asking) ->
                assertThat(contribution(asking, listing, code)).as(code).isNegative());
        assertThat(contribution(about(Need.GRIEF), group(), "age_unknown")).isZero();
    }

    @Test
    void aFamilyProgrammeIsHeldBackWhileAParentIsToxic() {
        SupportProfile calm = SupportProfile.unstated();
        SupportProfile toxic = new SupportProfile(
                200_000, 200_000, 200_000, 200_000, 200_000, 0, 0, 0, false, CodeSet.of(TieRole.PARENT));
        Listing family = group().kind(Kind.FAMILY_PROGRAM);

        assertThat(contribution(about(Need.GRIEF).support(calm), family, "toxic_family_tie"))
                .isZero();
        assertThat(contribution(about(Need.GRIEF).support(toxic), family, "toxic_family_tie"))
                .isNegative();
    }

    private static long contribution(MatchQueryBuilder asking, Listing listing, String code) {
        ScoredCandidate scored = new Scorer(asking.build(), Policy.standard().file()).explain(listing.build());
        long sum =
                scored.contributions().stream().mapToLong(Contribution::micros).sum();
        assertThat(sum).isEqualTo(scored.score());
        return scored.contributions().stream()
                .filter(contribution -> contribution.code().equals(code))
                .mapToLong(Contribution::micros)
                .sum();
    }

    private static MatchQueryBuilder asking(NeedWish... needs) {
        return org.kith.matching.query.MatchQuery.forNeeds(NOW, List.of(needs))
                .person(org.kith.matching.query.Asking.aged(34))
                .where(org.kith.matching.query.Asking.within(25));
    }

    private static Arguments row(String sentence, String term, MatchQueryBuilder asking, Listing listing, long micros) {
        return Arguments.of(sentence, term, asking, listing, micros);
    }
}
