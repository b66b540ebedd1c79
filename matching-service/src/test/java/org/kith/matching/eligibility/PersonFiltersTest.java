package org.kith.matching.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.matching.candidate.Listing.group;
import static org.kith.matching.candidate.Listing.line;
import static org.kith.matching.candidate.Listing.uncoded;
import static org.kith.matching.query.Asking.about;
import static org.kith.matching.query.Asking.aged;
import static org.kith.matching.query.Asking.being;
import static org.kith.matching.query.Asking.requiring;
import static org.kith.matching.query.Asking.things;
import static org.kith.matching.query.Asking.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.matching.candidate.Listing;
import org.kith.matching.code.Affirming;
import org.kith.matching.code.Approach;
import org.kith.matching.code.Audience;
import org.kith.matching.code.AudienceMode;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;
import org.kith.matching.code.Gender;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.code.ReligiousContent;
import org.kith.matching.code.Requirement;
import org.kith.matching.code.Tradition;
import org.kith.matching.policy.Policy;
import org.kith.matching.query.MatchQueryBuilder;
import org.kith.matching.query.Tried;

/** Whether it is for this client: H10–H13 and H15–H18. */
class PersonFiltersTest {
    private static final Verdict PASS = Verdict.PASS;
    private static final Verdict CHECK = Verdict.PASS_WITH_CHECK;
    private static final Verdict ASK = Verdict.ASK_FIRST;
    private static final Verdict FAIL = Verdict.FAIL;

    @ParameterizedTest(name = "{0}")
    @MethodSource({"avoidances", "people", "beliefs", "safety"})
    void judges(String sentence, Filter filter, MatchQueryBuilder asking, Listing listing, Verdict verdict) {
        Filters filters = new Filters(asking.build(), Policy.standard().file().filters());

        Outcome outcome = filters.judge(listing.build()).outcomes().get(filter.ordinal());

        assertThat(outcome.filter()).isEqualTo(filter);
        assertThat(outcome.verdict()).as(sentence).isEqualTo(verdict);
    }

    static Stream<Arguments> avoidances() {
        Filter requires = Filter.H10_REQUIREMENTS;
        Filter avoid = Filter.H11_AVOID;
        Listing church = group().kind(Kind.FAITH_ORG).faith(Tradition.BAPTIST, ReligiousContent.CENTRAL);
        return Stream.of(
                row(
                        "what asks for an ID fails who avoids that",
                        requires,
                        avoiding("requires:photo_id"),
                        group().requires(Requirement.PHOTO_ID),
                        FAIL),
                row(
                        "what asks for something else is to be checked",
                        requires,
                        avoiding("requires:photo_id"),
                        group().requires(Requirement.REFERRAL),
                        CHECK),
                row(
                        "unreadable demands are asked about",
                        requires,
                        avoiding("requires:photo_id"),
                        group().requires(CodeSet.none(Requirement.class), true),
                        ASK),
                row("so is a place without codes", requires, avoiding("requires:photo_id"), uncoded(), ASK),
                row(
                        "enrolment is lacked by who does not state it",
                        requires,
                        plain(),
                        group().requires(Requirement.TRIBAL_ENROLLMENT),
                        FAIL),
                row(
                        "and had by who does",
                        requires,
                        plain().identity(being("tribal_enrollment:yes")),
                        group().requires(Requirement.TRIBAL_ENROLLMENT),
                        CHECK),
                row("a church is faith based", avoid, avoiding("faith_based"), church, FAIL),
                row("a Baptist church is Christian", avoid, avoiding("faith_based:christian"), church, FAIL),
                row("a Baptist church is not Muslim", avoid, avoiding("faith_based:islam"), church, PASS),
                row(
                        "a faith body of no known tradition is asked about",
                        avoid,
                        avoiding("faith_based:islam"),
                        group().kind(Kind.FAITH_ORG),
                        ASK),
                row(
                        "optional prayer is religious content",
                        avoid,
                        avoiding("religious_content"),
                        group().faith(null, ReligiousContent.OPTIONAL),
                        FAIL),
                row(
                        "twelve steps speak of a higher power",
                        avoid,
                        avoiding("religious_content"),
                        group().approach(Approach.TWELVE_STEP),
                        FAIL),
                row(
                        "twelve steps are twelve steps",
                        avoid,
                        avoiding("twelve_step"),
                        group().approach(Approach.TWELVE_STEP),
                        FAIL),
                row("a coded place without them has none", avoid, avoiding("twelve_step"), group(), PASS),
                row("an uncoded one is asked about", avoid, avoiding("twelve_step"), uncoded(), ASK),
                row(
                        "not known to affirm is asked about",
                        avoid,
                        avoiding("not_lgbtq_affirming"),
                        group().affirming(Affirming.UNKNOWN),
                        ASK),
                row(
                        "known not to fails",
                        avoid,
                        avoiding("not_lgbtq_affirming"),
                        group().affirming(Affirming.NO),
                        FAIL),
                row(
                        "an audience can be avoided",
                        avoid,
                        avoiding("audience:men"),
                        group().audience(AudienceMode.FOCUSED, Audience.MEN),
                        FAIL),
                row("a kind can be avoided", avoid, avoiding("kind:support_group"), group(), FAIL),
                row("an organization can be avoided", avoid, avoiding("org:ORG-1"), group().of("org-1"), FAIL),
                row("another one is fine", avoid, avoiding("org:org-1"), group().of("org-2"), PASS),
                row("a small group knows everyone", avoid, avoiding("audience:small_local_community"), group(), FAIL),
                row(
                        "not by video",
                        avoid,
                        avoiding("audience:small_local_community"),
                        group().formats(Format.VIDEO),
                        PASS),
                row(
                        "of unknown size it is asked about",
                        avoid,
                        avoiding("audience:small_local_community"),
                        group().size(null),
                        ASK));
    }

    static Stream<Arguments> people() {
        Filter exclusive = Filter.H12_EXCLUSIVE_AUDIENCE;
        Filter gender = Filter.H13_GENDER_REQUIRED;
        Listing onlyVeterans = group().audience(AudienceMode.EXCLUSIVE, Audience.VETERANS);
        MatchQueryBuilder amongWomen = plain().identity(requiring("gender", "woman"));
        return Stream.of(
                row(
                        "what is only for veterans is hidden from who said nothing",
                        exclusive,
                        plain(),
                        onlyVeterans,
                        FAIL),
                row(
                        "and shown to a veteran",
                        exclusive,
                        plain().identity(being("service:veteran")),
                        onlyVeterans,
                        PASS),
                row(
                        "what is made for veterans is open to all",
                        exclusive,
                        plain(),
                        group().audience(AudienceMode.FOCUSED, Audience.VETERANS),
                        PASS),
                row(
                        "the bereaved need not say so twice",
                        exclusive,
                        plain(),
                        group().audience(AudienceMode.EXCLUSIVE, Audience.BEREAVED),
                        CHECK),
                row(
                        "nor the old their age",
                        exclusive,
                        plain().person(aged(70)),
                        group().audience(AudienceMode.EXCLUSIVE, Audience.OLDER_ADULTS),
                        CHECK),
                row(
                        "a relative of a drinker is no drinker",
                        exclusive,
                        about(Need.FAMILY_MEMBER_ADDICTION),
                        group().audience(AudienceMode.EXCLUSIVE, Audience.PEOPLE_WITH_ADDICTION),
                        FAIL),
                row(
                        "LGBTQ+ youth are both",
                        exclusive,
                        plain().identity(being("sexual_orientation:gay", "age_group:teen")),
                        group().audience(AudienceMode.EXCLUSIVE, Audience.LGBTQ_YOUTH),
                        PASS),
                row(
                        "a room for women is hidden from who said nothing",
                        exclusive,
                        plain(),
                        group().openTo(Gender.WOMEN),
                        FAIL),
                row(
                        "and shown to a woman",
                        exclusive,
                        plain().identity(being("gender:woman")),
                        group().openTo(Gender.WOMEN),
                        PASS),
                row(
                        "a condition must be met",
                        exclusive,
                        plain().identity(requiring("service", "veteran")),
                        group(),
                        FAIL),
                row(
                        "welcoming meets it",
                        exclusive,
                        plain().identity(requiring("service", "veteran")),
                        group().audience(AudienceMode.WELCOMING, Audience.VETERANS),
                        PASS),
                row("among women means only women", gender, amongWomen, group(), FAIL),
                row("a room for women is that", gender, amongWomen, group().openTo(Gender.WOMEN), PASS),
                row("one to one is nobody else", gender, amongWomen, group().size(GroupSize.ONE_TO_ONE), PASS),
                row(
                        "an anonymous place on line is too",
                        gender,
                        amongWomen,
                        group().remote(Format.TEXT_CHAT).features(Feature.ANONYMOUS_OK),
                        PASS),
                row(
                        "a room is shared though nobody gives a name",
                        gender,
                        amongWomen,
                        group().features(Feature.ANONYMOUS_OK),
                        FAIL),
                row("an unknown room is asked about", gender, amongWomen, group().openTo(), ASK),
                row("preferring it asks for nothing", gender, plain().identity(being("gender:woman")), group(), PASS));
    }

    static Stream<Arguments> beliefs() {
        Filter affirming = Filter.H15_AFFIRMING;
        Filter faith = Filter.H16_OTHER_FAITH;
        MatchQueryBuilder gay = plain().identity(being("sexual_orientation:gay"));
        MatchQueryBuilder muslim = plain().identity(being("faith:islam"));
        MatchQueryBuilder baptist = plain().identity(being("faith:baptist"));
        Listing church = group().faith(Tradition.CHRISTIAN, ReligiousContent.CENTRAL);
        return Stream.of(
                row("known not to affirm fails", affirming, gay, group().affirming(Affirming.NO), FAIL),
                row("not known is to be checked", affirming, gay, group().affirming(Affirming.UNKNOWN), CHECK),
                row(
                        "it is nobody's matter who said nothing",
                        affirming,
                        plain(),
                        group().affirming(Affirming.NO),
                        PASS),
                row("another faith at the centre fails", faith, muslim, church, FAIL),
                row(
                        "at the edge it passes",
                        faith,
                        muslim,
                        group().faith(Tradition.CHRISTIAN, ReligiousContent.OPTIONAL),
                        PASS),
                row(
                        "interfaith passes",
                        faith,
                        muslim,
                        group().faith(Tradition.INTERFAITH, ReligiousContent.CENTRAL),
                        PASS),
                row("a broader tradition is one's own", faith, baptist, church, PASS),
                row(
                        "of no known tradition is to be checked",
                        faith,
                        muslim,
                        group().faith(null, ReligiousContent.CENTRAL),
                        CHECK));
    }

    static Stream<Arguments> safety() {
        Filter kind = Filter.H17_SAFETY_KIND;
        Listing forum = line().kind(Kind.ONLINE_COMMUNITY).formats(Format.FORUM);
        String id = group().build().id().toString();
        return Stream.of(
                row(
                        "no couples programme beside violence",
                        kind,
                        about(Need.INTIMATE_PARTNER_VIOLENCE),
                        group().kind(Kind.COUPLES_PROGRAM),
                        FAIL),
                row("without it, one is fine", kind, plain(), group().kind(Kind.COUPLES_PROGRAM), PASS),
                row("no open forum for a minor", kind, plain().person(aged(15)), forum, FAIL),
                row(
                        "a moderated one is fine",
                        kind,
                        plain().person(aged(15)),
                        line().kind(Kind.ONLINE_COMMUNITY).formats(Format.FORUM).features(Feature.MODERATED),
                        PASS),
                row(
                        "what felt unsafe does not come back",
                        Filter.H18_TRIED,
                        plain().tried(List.of(new Tried(id, Tried.Outcome.UNSAFE))),
                        group(),
                        FAIL),
                row(
                        "what was full may",
                        Filter.H18_TRIED,
                        plain().tried(List.of(new Tried(id, Tried.Outcome.FULL))),
                        group(),
                        PASS));
    }

    private static Arguments row(
            String sentence, Filter filter, MatchQueryBuilder asking, Listing listing, Verdict verdict) {
        return Arguments.of(sentence, filter, asking, listing, verdict);
    }

    private static MatchQueryBuilder plain() {
        return about(Need.GRIEF).where(within(25));
    }

    private static MatchQueryBuilder avoiding(String... texts) {
        return plain().avoid(things(texts));
    }
}
