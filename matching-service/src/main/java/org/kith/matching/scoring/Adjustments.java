package org.kith.matching.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Requirement;
import org.kith.matching.policy.AdjustmentPolicy;
import org.kith.matching.query.AgeRange;
import org.kith.matching.query.Avoidance;
import org.kith.matching.query.MatchQuery;

/** The factors after the sum, in the policy's order; each leaves its own negative contribution. */
final class Adjustments {
    private final AdjustmentPolicy policy;
    private final List<Avoidance> preferNot;
    private final long privacyDemands;
    private final long toxicKinds;
    /** The youngest that the client may be; a listing from a higher age on may be too old for them. */
    private final int youngest;

    Adjustments(MatchQuery query, AdjustmentPolicy policy) {
        this.policy = policy;
        preferNot = query.preferNot();
        boolean privacy = query.barriers().hasAny(CodeSet.of(Barrier.class, policy.privacyBarriers()));
        privacyDemands =
                privacy ? CodeSet.of(Requirement.class, policy.privacyDemands()).bits() : 0;
        boolean toxic = query.support().toxicRoles().toList().stream().anyMatch(policy.toxicFamilyRoles()::contains);
        toxicKinds = toxic ? CodeSet.of(Kind.class, policy.toxicFamilyKinds()).bits() : 0;
        AgeRange age = query.person().age();
        AgeRange relative = query.person().relativeAge();
        youngest = Math.max(
                age == null ? 0 : age.from(),
                relative == null || !query.person().familyMember() ? 0 : relative.from());
    }

    /** The score after all factors; each change is told to the ledger, which is null where nobody asks. */
    long apply(long sum, boolean needOrAffinity, Signals listing, @Nullable Ledger ledger) {
        long score = sum;
        if (!needOrAffinity) {
            score = lower(score, policy.noNeedNoAffinity(), "no_need_no_affinity", ledger);
        }
        if (listing.interpreterOnly) {
            score = lower(score, policy.interpreterOnly(), "interpreter_only", ledger);
        }
        for (long left = listing.preferNots; left != 0; left &= left - 1) {
            int index = Long.numberOfTrailingZeros(left);
            // The text is only made where it is read.
            String code =
                    ledger == null ? "" : "PREFER_NOT:" + preferNot.get(index).code();
            score = lower(score, policy.preferNot(), code, ledger);
        }
        if ((listing.requires & privacyDemands) != 0) {
            score = lower(score, policy.privacyDemand(), "privacy_demand", ledger);
        }
        if (listing.kind >= 0 && (toxicKinds & 1L << listing.kind) != 0) {
            score = lower(score, policy.toxicFamily(), "toxic_family_tie", ledger);
        }
        if (listing.minimumAge > policy.ageUnknownAbove() && youngest < listing.minimumAge) {
            score = lower(score, policy.ageUnknown(), "age_unknown", ledger);
        }
        return score;
    }

    private static long lower(long score, long factor, String code, @Nullable Ledger ledger) {
        long lowered = Fixed.times(score, factor);
        if (ledger != null) {
            ledger.add(code, lowered - score);
        }
        return lowered;
    }
}
