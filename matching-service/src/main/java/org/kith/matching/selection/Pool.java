package org.kith.matching.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

    /** Makes an object of the row only when it can come in somewhere. */
    void offer(Scan.Found found, long score, long bandWidth) {
        long band = score / bandWidth;
        boolean among = best.mayTake(band);
        boolean asPractical = needs.practical && found.isPractical() && practical.mayTake(band);
        boolean asGeneral = needs.general > 0 && found.isGeneralOrWelcoming() && general.mayTake(band);
        boolean asInPerson = needs.remoteAtMost < needs.k && !found.isRemote() && inPerson.mayTake(band);
        boolean asLine = needs.soon() && needs.isLine(found.kind()) && openLines.mayTake(band);
        if (!among && !asPractical && !asGeneral && !asInPerson && !asLine) {
            return;
        }
        Ranked ranked = found.ranked(score, bandWidth);
        offer(best, among, ranked);
        offer(practical, asPractical, ranked);
        offer(general, asGeneral, ranked);
        offer(inPerson, asInPerson, ranked);
        offer(openLines, asLine && needs.isOpenLine(ranked.listing()), ranked);
    }

    private static void offer(Best part, boolean fits, Ranked ranked) {
        if (fits) {
            part.offer(ranked);
        }
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
