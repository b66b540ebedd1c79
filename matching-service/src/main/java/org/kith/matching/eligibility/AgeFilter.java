package org.kith.matching.eligibility;

import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.query.AgeRange;

/**
 * H4. A family member's request passes for the age of the one who asks or of the relative. An adult age band that a
 * listing takes in part passes and is to be confirmed; a young one is asked about first.
 */
final class AgeFilter implements HardFilter {
    private final Client client;
    private final AgeRange unstated;

    AgeFilter(Client client) {
        this.client = client;
        unstated = new AgeRange(client.policy.unstatedAgeFrom(), AgeRange.OLDEST);
    }

    @Override
    public Outcome judge(Candidate listing) {
        return judge(listing.welcome().minimumAge(), listing.welcome().maximumAge());
    }

    private Outcome judge(@Nullable Integer minimum, @Nullable Integer maximum) {
        return switch (verdict(minimum, maximum)) {
            case PASS -> Outcome.pass(Filter.H4_AGE);
            case PASS_WITH_CHECK -> Outcome.check(Filter.H4_AGE, Check.CONFIRM_AGE_RANGE);
            case ASK_FIRST -> Outcome.askFirst(Filter.H4_AGE, Check.CONFIRM_AGE_RANGE);
            case FAIL -> Outcome.fail(Filter.H4_AGE);
        };
    }

    Verdict verdict(@Nullable Integer minimum, @Nullable Integer maximum) {
        if (minimum == null && maximum == null) {
            return client.mayBeMinor ? Verdict.PASS_WITH_CHECK : Verdict.PASS;
        }
        int from = minimum == null ? 0 : minimum;
        int to = maximum == null ? AgeRange.OLDEST : maximum;
        Verdict best = client.ages.isEmpty() ? verdict(unstated, false, from, to) : Verdict.FAIL;
        for (AgeRange age : client.ages) {
            Verdict verdict = verdict(age, true, from, to);
            best = verdict.compareTo(best) < 0 ? verdict : best;
        }
        return best;
    }

    private Verdict verdict(AgeRange age, boolean stated, int from, int to) {
        if (from <= age.from() && age.to() <= to) {
            return Verdict.PASS;
        }
        if (to < age.from() || age.to() < from) {
            return stated ? Verdict.FAIL : Verdict.ASK_FIRST;
        }
        return age.from() >= client.policy.adultFrom() ? Verdict.PASS_WITH_CHECK : Verdict.ASK_FIRST;
    }
}
