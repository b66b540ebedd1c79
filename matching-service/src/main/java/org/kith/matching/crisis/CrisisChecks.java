package org.kith.matching.crisis;

import java.util.ArrayList;
import java.util.List;
import org.kith.matching.candidate.Candidate;

/** What to mind before reaching out to a line. */
final class CrisisChecks {
    private CrisisChecks() {}

    static List<String> of(CrisisCall call, CrisisLine line) {
        Candidate candidate = line.candidate();
        List<String> checks = new ArrayList<>();
        if (candidate.hours().isOpenAt(call.now()).isEmpty()) {
            checks.add("CONFIRM_HOURS");
        }
        boolean limited =
                candidate.welcome().minimumAge() != null || candidate.welcome().maximumAge() != null;
        if (limited && !call.ageIsKnown()) {
            checks.add("CONFIRM_AGE_RANGE");
        }
        if (call.safety().sharedDevice()) {
            checks.add("PRIVATE_BROWSING");
        }
        if (call.safety().doNotContact() || call.safety().noVoicemail()) {
            checks.add("SAFE_CONTACT_ONLY");
        }
        return checks;
    }
}
