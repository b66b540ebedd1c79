package org.kith.matching.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.OrganizationRef;
import org.kith.matching.code.SupportType;
import org.kith.matching.policy.SelectionPolicy;
import org.kith.matching.query.SupportProfile;

/**
 * xQuAD: picks one listing after the other, each the one that gives most by its own score and by the wanted types that
 * the ones before do not cover. The rules of the set limit the choice at each step and never reorder afterwards, so that
 * a listing that gets worse can never come earlier.
 */
final class Diversifier {
    private static final long ONE = 1_000_000;
    private static final SupportType[] TYPES = SupportType.values();

    private final SetNeeds needs;
    private final SupportProfile support;
    private final SelectionPolicy policy;
    private final long[] uncovered = new long[TYPES.length];
    private final List<Ranked> chosen = new ArrayList<>();
    private final Map<String, Integer> perOrganization = new HashMap<>();
    private final Set<Fingerprint> seen = new HashSet<>();
    private int remote;
    private int general;
    private boolean practical;
    private boolean openLine;

    Diversifier(SetNeeds needs, SupportProfile support, SelectionPolicy policy) {
        this.needs = needs;
        this.support = support;
        this.policy = policy;
        Arrays.fill(uncovered, ONE);
        practical = !needs.practical;
        openLine = !needs.soon();
    }

    /** At most k, in the order they are shown. */
    List<Ranked> choose(Collection<Ranked> pool) {
        List<Ranked> left = new ArrayList<>(pool);
        while (chosen.size() < needs.k) {
            left.removeIf(ranked -> !isAllowed(ranked.listing()));
            Ranked next = next(left);
            if (next == null) {
                return chosen;
            }
            UUID taken = next.listing().id();
            left.removeIf(ranked -> ranked.listing().id().equals(taken));
            // A second entry of the same offer is passed over when its turn comes, not searched for before.
            if (seen.add(Fingerprint.of(next.listing()))) {
                take(next);
            }
        }
        return chosen;
    }

    /** What is not allowed now will not be allowed later either. */
    private boolean isAllowed(Candidate listing) {
        OrganizationRef organization = listing.organization();
        boolean room =
                organization == null || perOrganization.getOrDefault(organization.id(), 0) < policy.perOrganization();
        boolean notTooRemote = remote < needs.remoteAtMost || !listing.isRemote();
        return room && notTooRemote;
    }

    private @Nullable Ranked next(List<Ranked> left) {
        for (Predicate<Candidate> due : due()) {
            List<Ranked> fitting =
                    left.stream().filter(ranked -> due.test(ranked.listing())).toList();
            if (!fitting.isEmpty()) {
                return first(fitting);
            }
        }
        return first(left);
    }

    /** The rules for which this place is the last chance. */
    private List<Predicate<Candidate>> due() {
        List<Predicate<Candidate>> due = new ArrayList<>();
        int place = chosen.size();
        int early = (practical ? 0 : 1) + (openLine ? 0 : 1);
        if (!openLine && place < needs.soonWithin() && place + early >= needs.soonWithin()) {
            due.add(needs::isOpenLine);
        }
        if (!practical && place < needs.practicalWithin() && place + early >= needs.practicalWithin()) {
            due.add(needs::isPractical);
        }
        if (place + needs.general - general >= needs.k) {
            due.add(listing -> listing.welcome().isGeneralOrWelcoming());
        }
        return due;
    }

    private @Nullable Ranked first(List<Ranked> candidates) {
        Ranked best = null;
        long bestBand = 0;
        for (Ranked ranked : candidates) {
            long band = worth(ranked) / policy.band();
            boolean better = best == null || band > bestBand || (band == bestBand && ranked.compareEquals(best) < 0);
            if (better) {
                best = ranked;
                bestBand = band;
            }
        }
        return best;
    }

    private long worth(Ranked ranked) {
        long cover = 0;
        for (SupportType type : TYPES) {
            if (ranked.listing().offer().supportTypes().has(type)) {
                cover += support.weight(type) * uncovered[type.ordinal()] / ONE;
            }
        }
        long share = (ONE - policy.relevance()) * policy.coverageFactor() / ONE;
        return ranked.score() * (policy.relevance() + share * cover / ONE) / ONE;
    }

    private void take(Ranked ranked) {
        Candidate listing = ranked.listing();
        chosen.add(ranked);
        if (listing.organization() != null) {
            perOrganization.merge(listing.organization().id(), 1, Integer::sum);
        }
        for (SupportType type : listing.offer().supportTypes().toList()) {
            uncovered[type.ordinal()] = uncovered[type.ordinal()] * policy.coveredAgain() / ONE;
        }
        remote += listing.isRemote() ? 1 : 0;
        general += listing.welcome().isGeneralOrWelcoming() ? 1 : 0;
        practical |= needs.isPractical(listing);
        openLine |= needs.isOpenLine(listing);
    }
}
