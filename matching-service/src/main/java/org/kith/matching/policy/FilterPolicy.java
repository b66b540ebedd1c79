package org.kith.matching.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.matching.code.Audience;
import org.kith.matching.code.Flag;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;

/**
 * The numbers and lists of the hard filters.
 *
 * @param unstatedAgeFrom who says no age is taken for somebody of at least this age, and asked to confirm
 * @param smallCommunityKinds where, in person, everyone may know everyone
 * @param audienceOfNeed the experience that a client states by asking for help with it
 * @param agesOfAudience the ages that an audience of an age stands for
 * @param safety the filters of which no reason is given, by code
 */
public record FilterPolicy(
        int staleAfterDays,
        int crisisLineStaleAfterDays,
        int defaultMaxDistanceKm,
        int unstatedAgeFrom,
        int adultFrom,
        Set<Flag> neverShow,
        Set<Need> partnerViolence,
        Set<Kind> smallCommunityKinds,
        Map<Need, List<Audience>> audienceOfNeed,
        Map<Audience, Ages> agesOfAudience,
        Set<String> safety,
        int askFirstAtMost) {

    public record Ages(int from, int to) {}
}
