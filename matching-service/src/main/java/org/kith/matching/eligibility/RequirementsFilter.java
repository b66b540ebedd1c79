package org.kith.matching.eligibility;

import org.kith.matching.candidate.Candidate;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Requirement;

/** H10. What the client avoids or is known to lack keeps a listing out; what may be demanded is to be confirmed. */
final class RequirementsFilter implements HardFilter {
    private static final CodeSet<Requirement> PAPERS =
            CodeSet.of(Requirement.PHOTO_ID, Requirement.PROOF_OF_RESIDENCE, Requirement.IMMIGRATION_STATUS);
    private final Client client;
    private final boolean enrolled;

    RequirementsFilter(Client client) {
        this.client = client;
        enrolled = client.query.identity().stream().anyMatch(factor -> factor.is("tribal_enrollment", "yes"));
    }

    @Override
    public Outcome judge(Candidate listing) {
        CodeSet<Requirement> requires = listing.welcome().requires();
        if (requires.hasAny(client.avoidedRequirements.or(lacking()))) {
            return Outcome.fail(Filter.H10_REQUIREMENTS);
        }
        boolean avoidsSome = !client.avoidedRequirements.isEmpty();
        Check check =
                client.avoidedRequirements.hasAny(PAPERS) ? Check.CONFIRM_NO_ID_NEEDED : Check.CONFIRM_REQUIREMENTS;
        if (avoidsSome && (!listing.coded() || listing.welcome().requiresUnclear())) {
            return Outcome.askFirst(Filter.H10_REQUIREMENTS, check);
        }
        if (!requires.isEmpty() || listing.welcome().requiresUnclear()) {
            return Outcome.check(Filter.H10_REQUIREMENTS, Check.CONFIRM_REQUIREMENTS);
        }
        return avoidsSome ? Outcome.pass(Filter.H10_REQUIREMENTS, check) : Outcome.pass(Filter.H10_REQUIREMENTS);
    }

    /** Enrolment is had by those who say so; an insurance, once costs were spoken of, by those who named one. */
    CodeSet<Requirement> lacking() {
        CodeSet<Requirement> lacking = CodeSet.none(Requirement.class);
        if (!enrolled) {
            lacking = lacking.with(Requirement.TRIBAL_ENROLLMENT);
        }
        if (client.query.cost().most() != null && !client.query.cost().insured()) {
            lacking = lacking.with(Requirement.INSURANCE);
        }
        return lacking;
    }
}
