package org.kith.matching.policy;

import java.util.Set;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Requirement;
import org.kith.matching.code.TieRole;

/** The factors by which the sum is multiplied afterwards, in this order, and when. */
public record AdjustmentPolicy(
        long noNeedNoAffinity,
        long interpreterOnly,
        long preferNot,
        long privacyDemand,
        Set<Requirement> privacyDemands,
        Set<Barrier> privacyBarriers,
        long toxicFamily,
        Set<Kind> toxicFamilyKinds,
        Set<TieRole> toxicFamilyRoles,
        long ageUnknown,
        int ageUnknownAbove) {}
