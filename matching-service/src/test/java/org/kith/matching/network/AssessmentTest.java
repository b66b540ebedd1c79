package org.kith.matching.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Source;
import org.kith.matching.code.SupportType;
import org.kith.matching.code.TieQuality;
import org.kith.matching.code.TieRole;
import org.kith.matching.query.SupportProfile;
import org.kith.matching.query.Tie;

class AssessmentTest {
    private static final Map<SupportType, Integer> NOTHING_WANTED = Map.of();

    @Test
    void aGoodTieEveryWeekGivesOneAndADrainingOneNothing() {
        Assessment assessment = Assessment.of(
                List.of(
                        tie(TieRole.FRIEND, TieQuality.GOOD, SupportType.EMOTIONAL),
                        tie(TieRole.PARTNER, TieQuality.DRAINING, SupportType.PRACTICAL)),
                NOTHING_WANTED,
                false);

        assertThat(assessment.have(SupportType.EMOTIONAL)).isEqualTo(1);
        assertThat(assessment.have(SupportType.PRACTICAL)).isZero();
    }

    @Test
    void multipliesQualityFrequencyChannelAndReciprocity() {
        Tie tie = new Tie(
                TieRole.PEER,
                CodeSet.of(SupportType.COMPANIONSHIP),
                TieQuality.MIXED,
                Tie.Channel.ONLINE,
                Tie.Frequency.MONTHLY,
                Tie.Reciprocity.BALANCED);

        double have = Assessment.of(List.of(tie), NOTHING_WANTED, false).have(SupportType.COMPANIONSHIP);

        assertThat(have).isEqualTo(.4 * .4 * .6, within(1e-12));
    }

    @Test
    void weighsWhatIsWantedAndWhatIsMissing() {
        SupportProfile profile = Assessment.of(
                        List.of(tie(TieRole.FRIEND, TieQuality.GOOD, SupportType.EMOTIONAL)),
                        Map.of(SupportType.EMOTIONAL, 3),
                        false)
                .profile();
        double emotional = .6 + .4 * Math.exp(-1);
        double other = .4;

        assertThat(profile.emotional()).isEqualTo(Math.round(1e6 * emotional / (emotional + 4 * other)));
        assertThat(profile.practical()).isEqualTo(Math.round(1e6 * other / (emotional + 4 * other)));
    }

    @Test
    void anUntoldNetworkIsNotAnEmptyOne() {
        assertThat(Assessment.of(null, NOTHING_WANTED, false).profile()).isEqualTo(SupportProfile.unstated());
        assertThat(Assessment.of(List.of(), NOTHING_WANTED, false).profile().gap(Source.PROFESSIONAL))
                .isEqualTo(1_000_000);
        assertThat(Assessment.of(null, NOTHING_WANTED, false).gaps().sources()).isEmpty();
        assertThat(Assessment.of(List.of(), NOTHING_WANTED, false).gaps().sources())
                .containsExactly("friends", "peer", "professional", "community");
    }

    @Test
    void reportsTheFiveTypesWhereNoneIsWanted() {
        assertThat(Assessment.of(null, NOTHING_WANTED, false).gaps().supportTypes())
                .hasSize(5);
        assertThat(Assessment.of(null, Map.of(SupportType.PRACTICAL, 1), false)
                        .gaps()
                        .supportTypes())
                .containsExactly("practical");
    }

    @Test
    void notesWhatToBeCarefulAbout() {
        Tie onlyGives = new Tie(
                TieRole.SIBLING,
                CodeSet.of(SupportType.EMOTIONAL),
                TieQuality.GOOD,
                Tie.Channel.ONLINE,
                Tie.Frequency.WEEKLY,
                Tie.Reciprocity.GIVES_ONLY);
        Gaps gaps = Assessment.of(
                        List.of(
                                onlyGives,
                                tie(TieRole.PARTNER, TieQuality.TOXIC, SupportType.EMOTIONAL),
                                tie(TieRole.PROFESSIONAL, TieQuality.GOOD, SupportType.INFORMATIONAL)),
                        Map.of(SupportType.INFORMATIONAL, 2),
                        true)
                .gaps();

        assertThat(gaps.notes())
                .containsExactly(
                        "draining_tie:partner",
                        "reciprocity_imbalance:gives_only",
                        "virtual_overreliance",
                        "single_point:informational",
                        "overreliance_professional");
    }

    @Test
    void aGoodTieNeverRaisesItsTypesWeightAndTurnedToxicTakesItsEffectAway() {
        Map<SupportType, Integer> wanted = Map.of(SupportType.COMPANIONSHIP, 2, SupportType.PRACTICAL, 1);
        for (SupportType type : SupportType.values()) {
            List<Tie> before = List.of(tie(TieRole.FRIEND, TieQuality.WEAK, SupportType.COMPANIONSHIP));
            List<Tie> with = new ArrayList<>(before);
            with.add(tie(TieRole.PEER, TieQuality.GOOD, type));
            List<Tie> toxic = new ArrayList<>(before);
            toxic.add(tie(TieRole.PEER, TieQuality.TOXIC, type));

            long weight = Assessment.of(before, wanted, false).profile().weight(type);

            assertThat(Assessment.of(with, wanted, false).profile().weight(type))
                    .isLessThanOrEqualTo(weight);
            assertThat(Assessment.of(toxic, wanted, false).profile().weight(type))
                    .isEqualTo(weight);
        }
    }

    @Test
    void mostlyOnLineMeansThreeOfFiveGoodTies() {
        Tie online = new Tie(
                TieRole.PEER,
                CodeSet.of(SupportType.EMOTIONAL),
                TieQuality.GOOD,
                Tie.Channel.ONLINE,
                Tie.Frequency.WEEKLY,
                Tie.Reciprocity.BALANCED);
        Tie near = tie(TieRole.FRIEND, TieQuality.GOOD, SupportType.EMOTIONAL);

        assertThat(notes(online, online, online, near, near)).contains("virtual_overreliance");
        assertThat(notes(online, online, near, near)).doesNotContain("virtual_overreliance");
    }

    private static List<String> notes(Tie... ties) {
        return Assessment.of(List.of(ties), NOTHING_WANTED, false).gaps().notes();
    }

    private static Tie tie(TieRole role, TieQuality quality, SupportType type) {
        return new Tie(
                role, CodeSet.of(type), quality, Tie.Channel.IN_PERSON, Tie.Frequency.WEEKLY, Tie.Reciprocity.BALANCED);
    }
}
