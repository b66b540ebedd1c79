package org.kith.matching.eligibility;

import java.util.List;
import org.kith.matching.code.Affirming;
import org.kith.matching.code.Kind;
import org.kith.matching.code.ReligiousContent;
import org.kith.matching.code.Tradition;

/** The filters that keep a client from places that are against who they are, or preach another faith: H15 and H16. */
final class BeliefFilters {
    private BeliefFilters() {}

    static HardFilter affirming(Client client) {
        return listing -> {
            Affirming affirming = listing.welcome().affirming();
            boolean made = listing.welcome().audiences().hasAny(Avoided.LGBTQ);
            if (!client.lgbtqStated || affirming == Affirming.YES || (affirming == Affirming.UNKNOWN && made)) {
                return Outcome.pass(Filter.H15_AFFIRMING);
            }
            return affirming == Affirming.NO
                    ? Outcome.fail(Filter.H15_AFFIRMING)
                    : Outcome.check(Filter.H15_AFFIRMING, Check.CONFIRM_LGBTQ_AFFIRMING);
        };
    }

    static HardFilter otherFaith(Client client) {
        List<Tradition> faiths = client.faiths();
        return listing -> {
            ReligiousContent content = listing.welcome().religiousContent();
            Tradition tradition = listing.welcome().tradition();
            boolean sharesOne = faiths.isEmpty()
                    || tradition == Tradition.INTERFAITH
                    || (tradition != null && faiths.stream().anyMatch(faith -> Faiths.isSame(faith, tradition)));
            if (sharesOne) {
                return Outcome.pass(Filter.H16_OTHER_FAITH);
            }
            if (content == ReligiousContent.CENTRAL) {
                return tradition == null
                        ? Outcome.check(Filter.H16_OTHER_FAITH, Check.CONFIRM_RELIGIOUS_CONTENT)
                        : Outcome.fail(Filter.H16_OTHER_FAITH);
            }
            boolean mayBeCentral = content == null && listing.offer().kind() == Kind.FAITH_ORG;
            return mayBeCentral
                    ? Outcome.check(Filter.H16_OTHER_FAITH, Check.CONFIRM_RELIGIOUS_CONTENT)
                    : Outcome.pass(Filter.H16_OTHER_FAITH);
        };
    }
}
