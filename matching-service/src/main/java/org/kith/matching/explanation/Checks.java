package org.kith.matching.explanation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.CodeSet;
import org.kith.matching.eligibility.Check;
import org.kith.matching.query.MatchQuery;

/** What to find out before going, and how to reach out without a risk. */
final class Checks {
    private static final CodeSet<Barrier> WANTS_A_WAY_OUT =
            CodeSet.of(Barrier.TRAUMA_HISTORY, Barrier.FEAR, Barrier.TRUST, Barrier.SOCIAL_ANXIETY);

    private final MatchQuery query;

    Checks(MatchQuery query) {
        this.query = query;
    }

    List<String> of(Candidate candidate, List<Check> open) {
        Set<String> checks = new LinkedHashSet<>();
        open.forEach(check -> checks.add(check.name()));
        if (query.barriers().hasAny(WANTS_A_WAY_OUT) && candidate.isInPerson() && candidate.isSharedRoom()) {
            checks.add("CONFIRM_CAN_LEAVE_ANYTIME");
        }
        if (candidate.hours().openings().isEmpty() && candidate.isInPerson()) {
            checks.add("CONFIRM_HOURS");
        }
        if (query.safety().sharedDevice()) {
            checks.add("PRIVATE_BROWSING");
        }
        if (query.safety().doNotContact() || query.safety().noVoicemail()) {
            checks.add("SAFE_CONTACT_ONLY");
        }
        return List.copyOf(checks);
    }
}
