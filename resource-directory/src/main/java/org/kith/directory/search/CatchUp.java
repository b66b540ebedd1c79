package org.kith.directory.search;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.listing.PublishedListing;
import org.kith.directory.search.index.Change;
import org.kith.directory.search.index.ListingIndex;

/** Applies the changes that the index has not seen, in their order. Whoever needs them may do it; one at a time does. */
final class CatchUp implements Closeable {
    private static final Logger LOG = Logger.getLogger(CatchUp.class);
    private static final int BATCH = 500;
    private static final long SHOW_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ListingIndex index;
    private final Source source;
    private final long commitEveryNanos;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean caughtUp;
    private volatile long visible;
    private long committed;
    private long lastShown;
    private long lastCommit = System.nanoTime();

    /** The table of listings, or something like it. */
    @FunctionalInterface
    interface Source {
        List<PublishedListing> after(long change, int limit);
    }

    CatchUp(ListingIndex index, Source source, Duration commitEvery) {
        this.index = index;
        this.source = source;
        this.commitEveryNanos = commitEvery.toNanos();
        this.visible = index.applied();
        this.committed = index.applied();
    }

    ListingIndex index() {
        return index;
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    /** Until nothing is left. */
    void run() throws IOException {
        writing.lock();
        try {
            applyAll();
        } finally {
            writing.unlock();
        }
    }

    /** Waits until a change can be found, at most so long; applies it itself where nobody else is about to. */
    void reach(long change, Duration limit) {
        if (visible >= change) {
            return;
        }
        try {
            if (writing.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                try {
                    if (visible < change) {
                        applyAll();
                    }
                } finally {
                    writing.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            // An answer from the index as it is beats none; the follower goes on trying.
            LOG.warnf("A search could not wait for its own write: %s", e.toString());
        }
    }

    private void applyAll() throws IOException {
        List<PublishedListing> batch;
        do {
            batch = source.after(index.applied(), BATCH);
            if (!batch.isEmpty()) {
                index.apply(batch.stream().map(CatchUp::change).toList());
            }
            if (batch.size() == BATCH) {
                // A long way to go: what is done so far can be found meanwhile.
                showWhenDue();
                commitWhenDue();
            }
        } while (batch.size() == BATCH);
        if (visible < index.applied() || !caughtUp) {
            show();
        }
        if (!caughtUp) {
            LOG.infof("The search index has caught up: %d listings, change %d", index.size(), index.applied());
            commit();
            caughtUp = true;
        }
        commitWhenDue();
    }

    private void showWhenDue() throws IOException {
        if (caughtUp && System.nanoTime() - lastShown > SHOW_EVERY_NANOS) {
            show();
        }
    }

    private void show() throws IOException {
        index.refresh();
        visible = index.applied();
        lastShown = System.nanoTime();
    }

    private void commitWhenDue() throws IOException {
        if (index.applied() > committed && System.nanoTime() - lastCommit > commitEveryNanos) {
            commit();
        }
    }

    private void commit() throws IOException {
        index.commit();
        committed = index.applied();
        lastCommit = System.nanoTime();
    }

    private static Change change(PublishedListing row) {
        byte[] document = row.document();
        return new Change(
                row.serviceId().toString(),
                row.change(),
                document == null ? null : HsdsJson.read(document, Listing.class));
    }

    @Override
    public void close() {
        writing.lock();
        try {
            index.close();
        } catch (IOException e) {
            LOG.warnf("The search index was not closed well; it will catch up at the next start: %s", e.toString());
        } finally {
            writing.unlock();
        }
    }
}
