package org.kith.matching.selection;

import org.kith.matching.candidate.Candidate;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.code.SupportType;
import org.kith.matching.policy.NeedPolicy;
import org.kith.matching.policy.PolicyFile;
import org.kith.matching.policy.SelectionPolicy;
import org.kith.matching.query.Identity;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.NeedWish;
import org.kith.matching.query.Urgency;

/** What the set as a whole owes this client. */
final class SetNeeds {
    private final MatchQuery query;
    private final SelectionPolicy policy;
    private final CodeSet<Need> soon;
    private final long lines;
    final int k;
    final boolean practical;
    /** How many must be general or welcoming; 0 where no identity was stated. */
    final int general;
    /** How many may be remote. */
    final int remoteAtMost;

    SetNeeds(MatchQuery query, PolicyFile file) {
        this.query = query;
        policy = file.selection();
        k = query.k();
        lines = CodeSet.of(Kind.class, file.selection().lineKinds()).bits();
        soon = CodeSet.of(
                Need.class,
                query.needs().stream()
                        .filter(wish -> wish.urgency() == Urgency.SOON)
                        .map(NeedWish::need)
                        .toList());
        practical =
                query.needs().stream().anyMatch(wish -> file.need().family(wish.need()) == NeedPolicy.Family.PRACTICAL);
        boolean identityStated = query.identity().stream().anyMatch(Identity::givesAffinity);
        general = identityStated ? (k * policy.generalOfTen() + 9) / 10 : 0;
        remoteAtMost = query.support().virtualOveruse() ? (int) (k * policy.remoteShare() / 1_000_000) : k;
    }

    /** A need cannot wait long. */
    boolean soon() {
        return !soon.isEmpty();
    }

    boolean isPractical(Candidate listing) {
        return listing.offer().kind() == Kind.PRACTICAL_SERVICE
                || listing.offer().supportTypes().has(SupportType.PRACTICAL);
    }

    /** Open now, and it serves a need that cannot wait long. */
    boolean isOpenLine(Candidate listing) {
        Kind kind = listing.offer().kind();
        return kind != null
                && isLine(kind.ordinal())
                && listing.offer().needs().hasAny(soon)
                && listing.hours().isOpenAt(query.now()).orElse(false);
    }

    int practicalWithin() {
        return Math.min(k, policy.practicalWithin());
    }

    int soonWithin() {
        return Math.min(k, policy.soonWithin());
    }

    /** By the ordinal of a kind, or a negative number for none. */
    boolean isLine(int kind) {
        return kind >= 0 && (lines & 1L << kind) != 0;
    }
}
