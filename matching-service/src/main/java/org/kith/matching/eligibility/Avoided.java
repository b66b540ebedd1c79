package org.kith.matching.eligibility;

import java.util.Locale;
import org.kith.contracts.Vocabulary;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.OrganizationRef;
import org.kith.matching.code.Affirming;
import org.kith.matching.code.Approach;
import org.kith.matching.code.Audience;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Format;
import org.kith.matching.code.GroupSize;
import org.kith.matching.code.Kind;
import org.kith.matching.code.ReligiousContent;
import org.kith.matching.code.Tradition;
import org.kith.matching.query.Avoidance;

/** Whether a listing is what a client avoids, or would rather not have. */
public final class Avoided {
    static final CodeSet<Audience> LGBTQ = CodeSet.of(Audience.LGBTQ, Audience.LGBTQ_YOUTH, Audience.TRANS);

    /** As far as one can tell. */
    public enum Answer {
        YES,
        UNKNOWN,
        NO
    }

    private final Client client;

    public Avoided(Client client) {
        this.client = client;
    }

    public Answer is(Candidate listing, Avoidance avoidance) {
        return switch (avoidance) {
            case Avoidance.FaithBased faith -> faithBased(listing, faith);
            case Avoidance.AnyReligiousContent any -> religiousContent(listing);
            case Avoidance.Activity activity ->
                orUnknown(listing, listing.offer().approaches().has(activity.approach()));
            case Avoidance.NotAffirming not -> notAffirming(listing);
            case Avoidance.ForAudience audience ->
                orUnknown(listing, listing.welcome().audiences().has(audience.audience()));
            case Avoidance.SmallLocalCommunity small -> smallLocalCommunity(listing);
            case Avoidance.OfKind kind -> orUnknown(listing, listing.offer().kind() == kind.kind());
            case Avoidance.Demanding demanding ->
                orUnknown(listing, listing.welcome().requires().has(demanding.requirement()));
            case Avoidance.OfOrganization organization -> answer(isOf(listing, organization.id()));
            case Avoidance.OfResource resource ->
                answer(listing.id().toString().equals(resource.id().toLowerCase(Locale.ROOT)));
        };
    }

    private static Answer faithBased(Candidate listing, Avoidance.FaithBased avoided) {
        if (avoided.tradition() == null) {
            return orUnknown(listing, listing.isFaithBased());
        }
        Tradition tradition = listing.welcome().tradition();
        if (!listing.isFaithBased()) {
            return orUnknown(listing, false);
        }
        if (tradition == null || tradition == Tradition.NONE) {
            return Answer.UNKNOWN;
        }
        return answer(Vocabulary.standard()
                .isWithin(tradition.code(), avoided.tradition().code()));
    }

    /** Twelve-step groups speak of a higher power unless they say that they do not. */
    private static Answer religiousContent(Candidate listing) {
        ReligiousContent content = listing.welcome().religiousContent();
        if (content == null) {
            return orUnknown(
                    listing,
                    listing.isFaithBased() || listing.offer().approaches().has(Approach.TWELVE_STEP));
        }
        return answer(content != ReligiousContent.NONE);
    }

    private static Answer notAffirming(Candidate listing) {
        Affirming affirming = listing.welcome().affirming();
        if (affirming == Affirming.UNKNOWN) {
            return listing.welcome().audiences().hasAny(LGBTQ) ? Answer.NO : Answer.UNKNOWN;
        }
        return answer(affirming == Affirming.NO);
    }

    /** In-person groups where everyone knows everyone; a way to take part from afar takes that away. */
    private Answer smallLocalCommunity(Candidate listing) {
        CodeSet<Format> ways = listing.offer().formats().and(client.usable);
        GroupSize size = listing.groupSize();
        Kind kind = listing.offer().kind();
        if (!ways.without(CodeSet.of(Format.IN_PERSON)).isEmpty()
                || size == GroupSize.ONE_TO_ONE
                || size == GroupSize.LARGE) {
            return Answer.NO;
        }
        if (kind == null) {
            return Answer.UNKNOWN;
        }
        if (!client.policy.smallCommunityKinds().contains(kind)) {
            return Answer.NO;
        }
        return size == null ? Answer.UNKNOWN : Answer.YES;
    }

    private static boolean isOf(Candidate listing, String organization) {
        OrganizationRef of = listing.organization();
        return of != null && of.id().equals(organization.toLowerCase(Locale.ROOT));
    }

    private static Answer orUnknown(Candidate listing, boolean yes) {
        if (yes) {
            return Answer.YES;
        }
        return listing.coded() ? Answer.NO : Answer.UNKNOWN;
    }

    private static Answer answer(boolean yes) {
        return yes ? Answer.YES : Answer.NO;
    }
}
