package org.kith.matching.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.query.Avoidance;

/** H11. What the client avoids is out; where one cannot tell, one asks first. What a place demands is H10's. */
final class AvoidFilter implements HardFilter {
    private final Avoided avoided;
    private final List<Avoidance> avoidances;

    AvoidFilter(Client client) {
        avoided = new Avoided(client);
        avoidances = client.query.avoid().stream()
                .filter(avoidance -> !(avoidance instanceof Avoidance.Demanding))
                .toList();
    }

    @Override
    public Outcome judge(Candidate listing) {
        List<Check> checks = new ArrayList<>();
        for (Avoidance avoidance : avoidances) {
            switch (avoided.is(listing, avoidance)) {
                case YES -> {
                    return Outcome.fail(Filter.H11_AVOID);
                }
                case UNKNOWN -> checks.add(check(avoidance));
                case NO -> {}
            }
        }
        return checks.isEmpty()
                ? Outcome.pass(Filter.H11_AVOID)
                : new Outcome(
                        Filter.H11_AVOID,
                        Verdict.ASK_FIRST,
                        checks.stream().distinct().toList());
    }

    private static Check check(Avoidance avoidance) {
        return switch (avoidance) {
            case Avoidance.NotAffirming a -> Check.CONFIRM_LGBTQ_AFFIRMING;
            case Avoidance.FaithBased a -> Check.CONFIRM_RELIGIOUS_CONTENT;
            case Avoidance.AnyReligiousContent a -> Check.CONFIRM_RELIGIOUS_CONTENT;
            case Avoidance.SmallLocalCommunity a -> Check.CONFIRM_GROUP_SIZE;
            case Avoidance.ForAudience a -> Check.CONFIRM_WHO_IT_IS_FOR;
            case Avoidance.Activity a -> Check.CONFIRM_NOT_AVOIDED;
            case Avoidance.OfKind a -> Check.CONFIRM_NOT_AVOIDED;
            case Avoidance.Demanding a -> Check.CONFIRM_REQUIREMENTS;
            case Avoidance.OfOrganization a -> Check.CONFIRM_NOT_AVOIDED;
            case Avoidance.OfResource a -> Check.CONFIRM_NOT_AVOIDED;
        };
    }
}
