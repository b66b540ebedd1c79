package org.kith.directory.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Documents that were asked for a moment ago, so that what many look at costs no query each time.
 *
 * <p>A change takes its document out as soon as this replica hears of it. After a write of this replica nothing is
 * answered from here until that is so. Should a notice of another replica be lost, what is held ends by itself.
 */
@ApplicationScoped
public class RecentListings {
    private static final long MOST_BYTES = 64L << 20;
    /** What an entry costs besides its document. */
    private static final int BESIDES = 200;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final PublishedListings listings;
    private final Cache<UUID, PublishedListing> recent = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher(RecentListings::weight)
            .expireAfterWrite(LONGEST)
            .build();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong told = new AtomicLong();

    RecentListings(PublishedListings listings) {
        this.listings = listings;
    }

    /** What is held, without waiting for anything; empty where the database has to be asked. */
    public Optional<PublishedListing> held(UUID service) {
        return told.get() < written.get() ? Optional.empty() : Optional.ofNullable(recent.getIfPresent(service));
    }

    /** Asks the database, and holds what it said. Also a withdrawn one, as {@link PublishedListings#find} does. */
    public Optional<PublishedListing> read(UUID service) {
        // What is held may be older than what the caller has to see.
        recent.invalidate(service);
        // A change waits for who is reading, and then takes it out: an old document never comes in behind the notice.
        return Optional.ofNullable(recent.get(service, id -> listings.find(id).orElse(null)));
    }

    /** To be told of every change, in order. */
    public void changed(Collection<PublishedListing> changes) {
        for (PublishedListing change : changes) {
            recent.invalidate(change.serviceId());
            told.accumulateAndGet(change.change(), Math::max);
        }
    }

    void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) ListingsChanged changed) {
        written.accumulateAndGet(changed.upTo(), Math::max);
    }

    private static int weight(UUID id, PublishedListing listing) {
        byte[] document = listing.document();
        return BESIDES + (document == null ? 0 : document.length);
    }
}
