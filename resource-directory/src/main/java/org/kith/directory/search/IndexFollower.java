package org.kith.directory.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.directory.listing.ListingsChanged;
import org.kith.directory.listing.PublishedListing;
import org.kith.directory.listing.PublishedListings;
import org.kith.directory.listing.RecentListings;
import org.kith.directory.search.index.ListingIndex;

/** Keeps this replica's index in step with the table of listings, from the start of the service to its end. */
@ApplicationScoped
public class IndexFollower {
    private static final Logger LOG = Logger.getLogger(IndexFollower.class);

    private final PublishedListings listings;
    private final RecentListings recent;
    private final SearchOrigin origin;
    private final ChangeNotices notices;
    private final SearchConfig config;
    private final AtomicLong ownWrites = new AtomicLong();
    private volatile @Nullable CatchUp catchUp;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    IndexFollower(
            PublishedListings listings,
            RecentListings recent,
            SearchOrigin origin,
            ChangeNotices notices,
            SearchConfig config) {
        this.listings = listings;
        this.recent = recent;
        this.origin = origin;
        this.notices = notices;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        ListingIndex index = ListingIndex.open(config.folder(), origin.id(), listings.last());
        LOG.infof("The search index stands at change %d of %d", index.applied(), listings.last());
        CatchUp following = new CatchUp(index, this::changes, config.commitEvery());
        catchUp = following;
        thread = Thread.ofPlatform().name("search-index").daemon().start(() -> follow(following));
    }

    /** Whoever holds a document as it was is told first. */
    private List<PublishedListing> changes(long after, int limit) {
        List<PublishedListing> changes = listings.after(after, limit);
        recent.changed(changes);
        return changes;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        notices.close();
        if (thread != null) {
            thread.join(10_000);
        }
        CatchUp following = catchUp;
        if (following != null) {
            following.close();
        }
    }

    /** Readers of this replica shall find what this replica wrote. */
    void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) ListingsChanged changed) {
        ownWrites.accumulateAndGet(changed.upTo(), Math::max);
    }

    /** Whether the index has once seen everything that there was when the service started. */
    boolean isReady() {
        CatchUp following = catchUp;
        return following != null && following.isCaughtUp();
    }

    /** The index with every write of this replica in it, unless that takes too long; absent before it is ready. */
    @Nullable
    ListingIndex upToDate() {
        CatchUp following = catchUp;
        if (following == null || !following.isCaughtUp()) {
            return null;
        }
        following.reach(ownWrites.get(), config.ownWriteWait());
        return following.index();
    }

    private void follow(CatchUp following) {
        while (!stopped) {
            try {
                following.run();
                notices.await(config.pollEvery());
            } catch (IOException | RuntimeException e) {
                if (!stopped) {
                    LOG.warnf("The search index could not follow the listings and tries again: %s", e.toString());
                    notices.pause();
                }
            }
        }
    }
}
