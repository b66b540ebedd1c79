package org.kith.matching.eligibility;

import java.util.List;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.code.Audience;
import org.kith.matching.code.AudienceMode;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Gender;

/** H13. A client who asks to be among their own gender gets that in rooms shared with others. */
final class GenderFilter implements HardFilter {
    private final List<Gender> required;

    GenderFilter(Client client) {
        required = client.required().stream()
                .filter(factor -> factor.axis().equals("gender"))
                .flatMap(factor -> Client.gender(factor).stream())
                .distinct()
                .toList();
    }

    @Override
    public Outcome judge(Candidate listing) {
        if (required.isEmpty() || !listing.isSharedRoom()) {
            return Outcome.pass(Filter.H13_GENDER_REQUIRED);
        }
        CodeSet<Gender> openTo = listing.welcome().openTo();
        boolean all = required.stream().allMatch(gender -> isOnlyFor(listing, gender));
        if (all) {
            return Outcome.pass(Filter.H13_GENDER_REQUIRED);
        }
        return openTo.isEmpty()
                ? Outcome.askFirst(Filter.H13_GENDER_REQUIRED, Check.CONFIRM_WHO_ATTENDS)
                : Outcome.fail(Filter.H13_GENDER_REQUIRED);
    }

    private static boolean isOnlyFor(Candidate listing, Gender gender) {
        boolean exclusive = listing.welcome().audienceMode() == AudienceMode.EXCLUSIVE;
        return listing.welcome().openTo().equals(CodeSet.of(gender))
                || (exclusive && listing.welcome().audiences().hasAny(audience(gender)));
    }

    static CodeSet<Audience> audience(Gender gender) {
        return switch (gender) {
            case WOMEN -> CodeSet.of(Audience.WOMEN, Audience.MOTHERS);
            case MEN -> CodeSet.of(Audience.MEN, Audience.FATHERS);
            case NONBINARY, ANY -> CodeSet.none(Audience.class);
        };
    }
}
