package org.kith.matching.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kith.matching.candidate.Candidate;

/**
 * What the set is chosen from: the best by score, and the best of those that a rule of the set may have to reach for
 * beyond them.
 */
final class Pool {
    private static final int SPARE = 20;

    private final SetNeeds needs;
    private final Best best;
    private final Best practical;
    private final Best general;
    private final Best inPerson;
    private final Best openLines;

    Pool(SetNeeds needs, int size) {
        this.needs = needs;
        best = new Best(Math.max(size, needs.k));
        practical = new Best(needs.practical ? SPARE : 0);
        general = new Best(needs.general > 0 ? needs.general + SPARE : 0);
        inPerson = new Best(needs.remoteAtMost < needs.k ? needs.k + SPARE : 0);
        openLines = new Best(needs.soon() ? SPARE : 0);
    }

    boolean mayTake(long band) {
        return best.mayTake(band)
                || practical.mayTake(band)
                || general.mayTake(band)
                || inPerson.mayTake(band)
                || openLines.mayTake(band);
    }

    void offer(Ranked ranked) {
        Candidate listing = ranked.listing();
        best.offer(ranked);
        if (needs.practical && needs.isPractical(listing)) {
            practical.offer(ranked);
        }
        if (needs.general > 0 && listing.welcome().isGeneralOrWelcoming()) {
            general.offer(ranked);
        }
        if (needs.remoteAtMost < needs.k && !listing.isRemote()) {
            inPerson.offer(ranked);
        }
        if (needs.soon() && needs.isOpenLine(listing)) {
            openLines.offer(ranked);
        }
    }

    /** The best by score, in order. */
    List<Ranked> best() {
        return best.inOrder();
    }

    /** Everything, each listing once, in order. */
    Collection<Ranked> all() {
        Map<UUID, Ranked> all = new LinkedHashMap<>();
        for (Best part : List.of(best, practical, general, inPerson, openLines)) {
            part.inOrder().forEach(ranked -> all.put(ranked.listing().id(), ranked));
        }
        List<Ranked> sorted = new ArrayList<>(all.values());
        sorted.sort(null);
        return sorted;
    }
}
