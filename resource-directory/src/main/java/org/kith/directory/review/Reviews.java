package org.kith.directory.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.Listings;
import org.kith.directory.listing.PublishedListing;
import org.kith.directory.listing.PublishedListings;
import org.kith.directory.listing.Said;
import org.kith.directory.listing.StoredListing;
import org.kith.directory.platform.Editors;
import org.kith.web.EntityTags;
import org.kith.web.Problems;

/** Reads what was inferred about a service, and records what its editors decide. */
@ApplicationScoped
class Reviews {
    private final Directory directory;
    private final Listings listings;
    private final PublishedListings published;
    private final Editors editors;

    Reviews(Directory directory, Listings listings, PublishedListings published, Editors editors) {
        this.directory = directory;
        this.listings = listings;
        this.published = published;
        this.editors = editors;
    }

    /** @param version the change number of the listing, which is its entity tag */
    record Versioned(Tags tags, long version) {}

    Versioned tags(UUID service) {
        // What this request has read before may have been decided since.
        listings.getEntityManager().clear();
        StoredListing stored = listings.findByIdOptional(service).orElseThrow(Problems::notFound);
        editors.requireMayChange(stored.organizationId());
        PublishedListing listing = listing(service);
        byte[] document = listing.document();
        if (document == null) {
            throw Problems.notFound();
        }
        return new Versioned(Tags.of(service, document, stored.said().decisions()), listing.change());
    }

    void decide(UUID service, Code code, String verdict, @Nullable String ifMatch) {
        Tags.Tag tag = tags(service)
                .tags()
                .find(code.taxonomy(), code.code())
                .orElseThrow(() -> Problems.conflict("not-inferred", "No rule inferred this code for this service."));
        Said.Decision decision = new Said.Decision(
                code.taxonomy(),
                code.code(),
                verdict,
                tag.rule(),
                editors.subject(),
                editors.isSteward() ? "steward" : "editor",
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        directory.decide(
                service,
                decision,
                () -> EntityTags.require(ifMatch, listing(service).change()));
    }

    void undecide(UUID service, Code code, @Nullable String ifMatch) {
        // Whoever may not see the tags may not change them either.
        tags(service);
        boolean decided = directory.undecide(
                service,
                code.taxonomy(),
                code.code(),
                () -> EntityTags.require(ifMatch, listing(service).change()));
        if (!decided) {
            throw Problems.notFound();
        }
    }

    private PublishedListing listing(UUID service) {
        return published.find(service).orElseThrow(Problems::notFound);
    }
}
