package org.kith.matching.selection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/** The first few of many, keeping no more than those. */
final class Best {
    private final int most;
    private final PriorityQueue<Ranked> heap;

    Best(int most) {
        this.most = most;
        heap = new PriorityQueue<>(Math.max(1, most), Collections.reverseOrder());
    }

    /** Whether a listing of the band could still come in; saves making an object of those that cannot. */
    boolean mayTake(long band) {
        return heap.size() < most || (most > 0 && worst().band() <= band);
    }

    void offer(Ranked listing) {
        if (heap.size() < most) {
            heap.add(listing);
        } else if (most > 0 && listing.compareTo(worst()) < 0) {
            heap.poll();
            heap.add(listing);
        }
    }

    /** The first first. */
    List<Ranked> inOrder() {
        List<Ranked> all = new ArrayList<>(heap);
        Collections.sort(all);
        return all;
    }

    private Ranked worst() {
        Ranked worst = heap.peek();
        if (worst == null) {
            throw new IllegalStateException("Nothing was taken yet");
        }
        return worst;
    }
}
