package org.kith.matching.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.matching.candidate.Listing.group;
import static org.kith.matching.candidate.Listing.line;
import static org.kith.matching.candidate.Listing.uncoded;
import static org.kith.matching.query.Asking.about;
import static org.kith.matching.query.Asking.aged;
import static org.kith.matching.query.Asking.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.matching.candidate.Listing;
import org.kith.matching.candidate.ListingStatus;
import org.kith.matching.code.AccessNeed;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Cost;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Flag;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.policy.Policy;
import org.kith.matching.query.AgeRange;
import org.kith.matching.query.CostWish;
import org.kith.matching.query.LanguageWish;
import org.kith.matching.query.MatchQueryBuilder;
import org.kith.matching.query.Person;
import org.kith.matching.query.Where;

/** Whether one can go there, and whether it is there: H1–H9 and H14. */
class PlaceFiltersTest {
    private static final Filter STATUS = Filter.H1_STATUS;
    private static final Verdict PASS = Verdict.PASS;
    private static final Verdict CHECK = Verdict.PASS_WITH_CHECK;
    private static final Verdict ASK = Verdict.ASK_FIRST;
    private static final Verdict FAIL = Verdict.FAIL;

    @ParameterizedTest(name = "{0}")
    @MethodSource({"standing", "ages", "areas", "reach", "access"})
    void judges(String sentence, Filter filter, MatchQueryBuilder asking, Listing listing, Verdict verdict) {
        Filters filters = new Filters(asking.build(), Policy.standard().file().filters());

        Outcome outcome = filters.judge(listing.build()).outcomes().get(filter.ordinal());

        assertThat(outcome.filter()).isEqualTo(filter);
        assertThat(outcome.verdict()).as(sentence).isEqualTo(verdict);
    }

    static Stream<Arguments> standing() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        Listing crisisLine = line().kind(Kind.CRISIS_LINE);
        return Stream.of(
                row("an active listing passes", STATUS, plain(), group(), PASS),
                row("a closed one fails", STATUS, plain(), group().status(ListingStatus.DEFUNCT), FAIL),
                row(
                        "one closed for a time fails",
                        STATUS,
                        plain(),
                        group().status(ListingStatus.TEMPORARILY_CLOSED),
                        FAIL),
                row("no status is to be checked", STATUS, plain(), group().status(ListingStatus.UNSTATED), CHECK),
                row("730 days are fresh", Filter.H2_STALE, plain(), group().assured(today.minusDays(730)), PASS),
                row("731 days are stale", Filter.H2_STALE, plain(), group().assured(today.minusDays(731)), FAIL),
                row("never verified is to be checked", Filter.H2_STALE, plain(), group().assured(null), CHECK),
                row(
                        "a crisis line is stale after 90 days",
                        Filter.H2_STALE,
                        plain(),
                        crisisLine.assured(today.minusDays(91)),
                        FAIL),
                row(
                        "conversion practice is never shown",
                        Filter.H3_NEVER_SHOW,
                        plain(),
                        group().flag(Flag.CONVERSION_PRACTICE),
                        FAIL),
                row(
                        "an open report of harm is never shown",
                        Filter.H3_NEVER_SHOW,
                        plain(),
                        group().flag(Flag.REPORTED_HARM),
                        FAIL),
                row("unverified is no harm", Filter.H3_NEVER_SHOW, plain(), group().flag(Flag.UNVERIFIED), PASS));
    }

    static Stream<Arguments> ages() {
        Filter age = Filter.H4_AGE;
        MatchQueryBuilder parentOfTeen =
                plain().person(new Person(true, AgeRange.exactly(44), new AgeRange(13, 17), "child"));
        return Stream.of(
                row("an age within the limits passes", age, plain(), group().ages(18, 64), PASS),
                row("one above them fails", age, plain(), group().ages(13, 17), FAIL),
                row("no limits pass", age, plain(), group(), PASS),
                row("a minor checks a place without limits", age, plain().person(aged(15)), group(), CHECK),
                row(
                        "an adult band checks limits it crosses",
                        age,
                        plain().person(band(18, 130)),
                        group().ages(60, null),
                        CHECK),
                row(
                        "a young band asks about limits it crosses",
                        age,
                        plain().person(band(13, 17)),
                        group().ages(16, null),
                        ASK),
                row(
                        "nothing said passes for an adult place",
                        age,
                        plain().person(Person.unstated()),
                        group().ages(18, null),
                        PASS),
                row(
                        "nothing said asks about a place for teens",
                        age,
                        plain().person(Person.unstated()),
                        group().ages(13, 17),
                        ASK),
                row("a parent may look for their teen", age, parentOfTeen, group().ages(13, 17), PASS),
                row("and for themselves", age, parentOfTeen, group().ages(18, null), PASS),
                row("but not for neither", age, parentOfTeen, group().ages(65, null), FAIL));
    }

    static Stream<Arguments> areas() {
        Filter area = Filter.H5_AREA;
        MatchQueryBuilder onlyRegion = plain().where(new Where("US", "MD", null, null, null));
        return Stream.of(
                row("24 km are within 25", area, plain(), group().away(24), PASS),
                row("26 km are not", area, plain(), group().away(26), FAIL),
                row("any of several places will do", area, plain(), group().places(List.of(place(80), place(3))), PASS),
                row("a hidden place in the region is to be checked", area, plain(), group().places(List.of()), CHECK),
                row(
                        "one in another country is out",
                        area,
                        plain(),
                        group().places(List.of()).home("CA", "ON"),
                        FAIL),
                row(
                        "with only a region, the region decides",
                        area,
                        onlyRegion,
                        group().home("US", "VA").area("US", "VA"),
                        FAIL),
                row("and its own is to be checked", area, onlyRegion, group(), CHECK),
                row("a national line serves", area, plain(), line(), PASS),
                row("a line for one state serves only that", area, plain(), stateLine("VA"), FAIL),
                row("it serves its own", area, plain(), stateLine("MD"), PASS),
                row(
                        "a county is to be checked",
                        area,
                        plain(),
                        Listing.group().remote(Format.PHONE).area(null, null),
                        CHECK),
                row(
                        "far, but also by video, passes by area",
                        area,
                        plain(),
                        group().away(300).formats(Format.IN_PERSON, Format.VIDEO),
                        PASS),
                row(
                        "unless the client only goes in person",
                        area,
                        plain().formatsOk(List.of(Format.IN_PERSON)),
                        group().away(300).formats(Format.IN_PERSON, Format.VIDEO),
                        FAIL));
    }

    static Stream<Arguments> reach() {
        MatchQueryBuilder spanish = plain().languages(List.of(new LanguageWish("es", true, true)));
        MatchQueryBuilder nativeSpanish = plain().languages(List.of(new LanguageWish("es", true, false)));
        MatchQueryBuilder cheap = plain().cost(new CostWish(Cost.LOW, false));
        MatchQueryBuilder phoneOnly = plain().formatsOk(List.of(Format.PHONE));
        MatchQueryBuilder slow = plain().barriers(CodeSet.of(Barrier.LOW_BANDWIDTH));
        return Stream.of(
                row("an allowed format passes", Filter.H6_FORMAT, phoneOnly, line(), PASS),
                row("none allowed fails", Filter.H6_FORMAT, phoneOnly, group(), FAIL),
                row(
                        "none stated is to be checked",
                        Filter.H6_FORMAT,
                        phoneOnly,
                        uncoded().formats(CodeSet.none(Format.class)),
                        CHECK),
                row(
                        "slow internet drops what is only video",
                        Filter.H6_FORMAT,
                        slow,
                        line().formats(Format.VIDEO),
                        FAIL),
                row(
                        "but not what is by phone too",
                        Filter.H6_FORMAT,
                        slow,
                        line().formats(Format.VIDEO, Format.PHONE),
                        PASS),
                row("the language is spoken", Filter.H7_LANGUAGE, spanish, group().speaks("en", "es"), PASS),
                row("an interpreter is fine", Filter.H7_LANGUAGE, spanish, group().interprets("es"), PASS),
                row("unless it must be spoken", Filter.H7_LANGUAGE, nativeSpanish, group().interprets("es"), FAIL),
                row("another language fails", Filter.H7_LANGUAGE, spanish, group(), FAIL),
                row("no language stated is to be checked", Filter.H7_LANGUAGE, spanish, group().speaks(), CHECK),
                row("free is within low", Filter.H8_COST, cheap, group(), PASS),
                row("a fee is not", Filter.H8_COST, cheap, group().cost(Cost.FEE), FAIL),
                row("an unknown cost is to be checked", Filter.H8_COST, cheap, group().cost(null), CHECK),
                row(
                        "insurance does for the insured",
                        Filter.H8_COST,
                        plain().cost(new CostWish(Cost.LOW, true)),
                        group().cost(Cost.INSURANCE),
                        CHECK),
                row("a small group is small", Filter.H14_GROUP_SIZE, small(), group(), PASS),
                row("a large one is not", Filter.H14_GROUP_SIZE, small(), group().size(GroupSize.LARGE), FAIL),
                row("an unknown size is to be checked", Filter.H14_GROUP_SIZE, small(), group().size(null), CHECK),
                row("a line is one to one", Filter.H14_GROUP_SIZE, small(), line(), FAIL));
    }

    static Stream<Arguments> access() {
        Filter access = Filter.H9_ACCESSIBILITY;
        MatchQueryBuilder wheelchair = plain().access(CodeSet.of(AccessNeed.WHEELCHAIR));
        MatchQueryBuilder deaf = plain().access(CodeSet.of(AccessNeed.ASL_OR_TEXT));
        return Stream.of(
                row("a ramp passes", access, wheelchair, group().features(Feature.WHEELCHAIR), PASS),
                row("none stated is asked about", access, wheelchair, group(), ASK),
                row("a phone needs no ramp", access, wheelchair, line(), PASS),
                row("a chat needs no ears", access, deaf, line().formats(Format.TEXT_CHAT), PASS),
                row("a telephone does", access, deaf, line(), FAIL),
                row("a group may have an interpreter", access, deaf, group(), ASK),
                row("and passes when it says so", access, deaf, group().features(Feature.ASL), PASS),
                row(
                        "a bus is a wish, not a condition",
                        access,
                        plain().access(CodeSet.of(AccessNeed.TRANSIT)),
                        group(),
                        CHECK));
    }

    private static Arguments row(
            String sentence, Filter filter, MatchQueryBuilder asking, Listing listing, Verdict verdict) {
        return Arguments.of(sentence, filter, asking, listing, verdict);
    }

    private static MatchQueryBuilder plain() {
        return about(Need.GRIEF).where(within(25));
    }

    private static MatchQueryBuilder small() {
        return plain().groupSizeOk(CodeSet.of(GroupSize.SMALL));
    }

    private static Person band(int from, int to) {
        return new Person(false, new AgeRange(from, to), null, null);
    }

    private static org.kith.matching.candidate.Place place(double kilometers) {
        return new org.kith.matching.candidate.Place(Listing.LATITUDE + kilometers / 111.195, Listing.LONGITUDE);
    }

    private static Listing stateLine(String region) {
        return group().remote(Format.PHONE).home(null, null).area("US", region);
    }
}
