package org.kith.directory.listing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many there are of each filter, counted once between two changes: who pages through a directory asks for the same
 * total again and again, and counting looks at every row. What somebody searched for does not belong here.
 */
final class Totals<F> {
    private static final int REMEMBERED = 1_000;

    private final LongSupplier newestChange;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<F, Total> totals = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<F, Total> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param change the newest one that was there before the count: what it counted later is counted again */
    private record Total(long change, long count) {}

    Totals(LongSupplier newestChange) {
        this.newestChange = newestChange;
    }

    long of(F filter, LongSupplier counting) {
        long change = newestChange.getAsLong();
        Total known = known(filter);
        if (known != null && known.change() == change) {
            return known.count();
        }
        long count = counting.getAsLong();
        turn.lock();
        try {
            totals.put(filter, new Total(change, count));
        } finally {
            turn.unlock();
        }
        return count;
    }

    private @Nullable Total known(F filter) {
        turn.lock();
        try {
            return totals.get(filter);
        } finally {
            turn.unlock();
        }
    }
}
