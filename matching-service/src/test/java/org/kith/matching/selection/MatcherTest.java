package org.kith.matching.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.matching.candidate.Listing.group;
import static org.kith.matching.candidate.Listing.line;
import static org.kith.matching.query.Asking.NOW;
import static org.kith.matching.query.Asking.about;
import static org.kith.matching.query.Asking.being;
import static org.kith.matching.query.Asking.things;
import static org.kith.matching.query.Asking.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Directory;
import org.kith.matching.candidate.Listing;
import org.kith.matching.code.Audience;
import org.kith.matching.code.AudienceMode;
import org.kith.matching.code.Capacity;
import org.kith.matching.code.Flag;
import org.kith.matching.code.Format;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.code.SupportType;
import org.kith.matching.eligibility.Check;
import org.kith.matching.eligibility.Filter;
import org.kith.matching.policy.Policy;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.NeedWish;
import org.kith.matching.query.SupportProfile;
import org.kith.matching.query.Tried;
import org.kith.matching.query.Urgency;

class MatcherTest {
    private final Matcher matcher = new Matcher(Policy.standard());

    @Test
    void anEmptyDirectoryGivesAnEmptyAnswer() {
        Selection selection =
                matcher.select(Directory.empty(), about(Need.GRIEF).build());

        assertThat(selection.results()).isEmpty();
        assertThat(selection.eligible()).isZero();
        assertThat(selection.filtered()).isEmpty();
    }

    @Test
    void countsEachListingOnceUnderTheFilterThatTookItFirst() {
        Selection selection = matcher.select(
                directory(
                        group(), group().away(60), group().flag(Flag.COERCIVE).ages(65, null), group().ages(65, null)),
                about(Need.GRIEF).build());

        assertThat(selection.eligible()).isEqualTo(1);
        assertThat(selection.filtered().toString()).isEqualTo("{H3_NEVER_SHOW=1, H4_AGE=1, H5_AREA=1}");
    }

    @Test
    void aProviderWhoSaysFullComesLater() {
        Directory before = directory(group().name("A"), group().name("B").away(3));
        Directory after = before.with(
                List.of(group().id(1).name("A").capacity(Capacity.FULL, null).build()), List.of());
        MatchQuery query = about(Need.GRIEF).build();

        assertThat(names(before, query)).containsExactly("A", "B");
        assertThat(names(after, query)).containsExactly("B", "A");
    }

    @Test
    void amongEqualsTheNewerVerificationComesFirst() {
        Directory directory = directory(
                group().name("Old").assured(LocalDate.of(2026, 11, 1)),
                group().name("New").assured(LocalDate.of(2026, 11, 10)));

        assertThat(names(directory, about(Need.GRIEF).build())).containsExactly("New", "Old");
    }

    @Test
    void equalsTakeTurnsFromDayToDay() {
        Directory directory = directory(
                Stream.of("A", "B", "C", "D").map(name -> group().name(name)).toArray(Listing[]::new));
        List<String> firsts = LongStream.range(0, 20)
                .mapToObj(day -> MatchQuery.forNeeds(
                                NOW.plusSeconds(day * 86_400), List.of(new NeedWish(Need.GRIEF, 3, Urgency.ROUTINE)))
                        .where(within(25))
                        .build())
                .map(query -> names(directory, query).getFirst())
                .distinct()
                .toList();

        assertThat(firsts).hasSizeGreaterThan(2);
    }

    @Test
    void coversAnotherTypeBeforeMoreOfTheSame() {
        Directory directory = directory(
                group().name("Talk 1").needs(Need.GRIEF).gives(SupportType.EMOTIONAL),
                group().name("Talk 2").needs(Need.GRIEF).gives(SupportType.EMOTIONAL),
                group().name("Walk")
                        .needs(Need.GRIEF)
                        .gives(SupportType.COMPANIONSHIP)
                        .away(3));

        assertThat(names(directory, about(Need.GRIEF).build()).subList(0, 2)).contains("Walk");
    }

    @Test
    void anOrganizationHasTwoPlacesAtMost() {
        Directory directory = directory(
                group().name("A").of("o"),
                group().name("B").of("o"),
                group().name("C").of("o"),
                group().name("D"));

        assertThat(names(directory, about(Need.GRIEF).build())).hasSize(3).contains("D");
    }

    @Test
    void twoOfTenStayGeneralWhenIdentityWasStated() {
        List<Listing> listings = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            listings.add(group().name("Vets " + i).audience(AudienceMode.FOCUSED, Audience.VETERANS));
        }
        listings.add(group().name("All 1").needs(Need.LEGAL).away(24));
        listings.add(group().name("All 2").needs(Need.LEGAL).away(24));
        MatchQuery query = about(Need.GRIEF).identity(being("service:veteran")).build();

        assertThat(names(directory(listings.toArray(Listing[]::new)), query))
                .hasSize(10)
                .contains("All 1", "All 2");
    }

    @Test
    void aPracticalNeedBringsSomethingPracticalIntoTheFirstFive() {
        List<Listing> listings = many(120, "Circle");
        listings.add(group().name("Van")
                .kind(Kind.PRACTICAL_SERVICE)
                .needs(Need.FOOD)
                .gives(SupportType.PRACTICAL)
                .away(24));
        MatchQuery query = MatchQuery.forNeeds(
                        NOW,
                        List.of(
                                new NeedWish(Need.GRIEF, 3, Urgency.ROUTINE),
                                new NeedWish(Need.TRANSPORT, 1, Urgency.ROUTINE)))
                .where(within(25))
                .build();

        assertThat(names(directory(listings.toArray(Listing[]::new)), query).subList(0, 5))
                .contains("Van");
    }

    @Test
    void soonPinsALineThatIsOpenNow() {
        List<Listing> listings = many(120, "Circle");
        listings.add(line().name("Open line").alwaysOpen().capacity(Capacity.FULL, null));
        listings.add(line().name("Shut line"));
        MatchQuery query = MatchQuery.forNeeds(NOW, List.of(new NeedWish(Need.GRIEF, 3, Urgency.SOON)))
                .where(within(25))
                .build();

        assertThat(names(directory(listings.toArray(Listing[]::new)), query).subList(0, 5))
                .contains("Open line")
                .doesNotContain("Shut line");
    }

    @Test
    void atMostHalfIsRemoteForWhoLivesTooMuchOnLine() {
        List<Listing> listings = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            listings.add(line().name("Line " + i).kind(Kind.SUPPORT_GROUP).formats(Format.VIDEO));
        }
        listings.addAll(many(6, "Far circle").stream()
                .map(listing -> listing.away(24).needs(Need.LEGAL))
                .toList());
        SupportProfile profile = SupportProfile.unstated();
        MatchQuery query = about(Need.GRIEF)
                .support(new SupportProfile(profile.emotional(), 0, 0, 0, 0, 0, 0, 0, true, profile.toxicRoles()))
                .build();

        assertThat(names(directory(listings.toArray(Listing[]::new)), query).stream()
                        .filter(name -> name.startsWith("Line"))
                        .count())
                .isEqualTo(5);
    }

    @Test
    void whatMustBeAskedFirstIsListedApart() {
        Selection selection = matcher.select(
                directory(group().name("Known"), Listing.uncoded().name("Unknown")),
                about(Need.GRIEF).avoid(things("twelve_step")).build());

        assertThat(selection.results()).hasSize(1);
        assertThat(selection.askFirst()).hasSize(1);
        assertThat(selection.askFirst().getFirst().because()).containsExactly(Filter.H11_AVOID);
        assertThat(selection.askFirst().getFirst().checks()).contains(Check.CONFIRM_NOT_AVOIDED);
    }

    @Test
    void saysByHowMuchTheRadiusFallsShort() {
        WhyNot answer = whyNot(about(Need.GRIEF).build(), group().away(31.2));

        assertThat(answer).isEqualTo(new WhyNot.Filtered(List.of(Filter.H5_AREA), "max_distance_km 32"));
    }

    @Test
    void namesNoSingleRelaxationWhereTwoThingsStandInTheWay() {
        WhyNot answer = whyNot(about(Need.GRIEF).build(), group().away(60).ages(60, null));

        assertThat(answer).isEqualTo(new WhyNot.Filtered(List.of(Filter.H4_AGE, Filter.H5_AREA), null));
    }

    @Test
    void ofWhatIsUnsafeItSaysNothingMore() {
        String id = group().id(1).build().id().toString();
        MatchQuery hurt = about(Need.GRIEF)
                .tried(List.of(new Tried(id, Tried.Outcome.UNSAFE)))
                .build();

        assertThat(whyNot(about(Need.GRIEF).build(), group().flag(Flag.CONVERSION_PRACTICE)))
                .isEqualTo(new WhyNot.NotSuitable());
        assertThat(whyNot(hurt, group())).isEqualTo(new WhyNot.NotSuitable());
    }

    @Test
    void saysAtWhichRankAListingStandsAndWhatItLacks() {
        List<Listing> listings = many(20, "Circle");
        listings.add(group().name("Far").away(24));
        Directory directory = directory(listings.toArray(Listing[]::new));

        WhyNot answer = matcher.whyNot(directory, about(Need.GRIEF).build(), new UUID(21, 21 * 31));

        assertThat(answer).isInstanceOfSatisfying(WhyNot.Outranked.class, outranked -> {
            assertThat(outranked.rank()).isEqualTo(21);
            assertThat(outranked.missing()).isPositive();
        });
    }

    @Test
    void saysWhereAListingIsShownAndThatItKnowsNoOther() {
        Directory directory = directory(group());
        MatchQuery query = about(Need.GRIEF).build();

        assertThat(matcher.whyNot(directory, query, new UUID(1, 31))).isEqualTo(new WhyNot.Shown(1));
        assertThat(matcher.whyNot(directory, query, new UUID(7, 7))).isEqualTo(new WhyNot.Unknown());
    }

    private WhyNot whyNot(MatchQuery query, Listing listing) {
        return matcher.whyNot(directory(listing), query, new UUID(1, 31));
    }

    private List<String> names(Directory directory, MatchQuery query) {
        return matcher.select(directory, query).results().stream()
                .map(result -> result.scored().candidate().name())
                .toList();
    }

    private static List<Listing> many(int count, String name) {
        List<Listing> listings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            listings.add(group().name(name + " " + i));
        }
        return listings;
    }

    /** With the ids 1, 2, 3 and so on. */
    private static Directory directory(Listing... listings) {
        List<Candidate> built = new ArrayList<>();
        for (int i = 0; i < listings.length; i++) {
            built.add(listings[i].id(i + 1).build());
        }
        return Directory.of(built);
    }
}
