package org.kith.directory.editing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.directory.listing.PublishedListing;
import org.kith.directory.listing.PublishedListings;
import org.kith.directory.location.Locations;
import org.kith.directory.location.StoredLocation;
import org.kith.directory.organization.Organizations;
import org.kith.directory.organization.StoredOrganization;
import org.kith.web.EntityTags;
import org.kith.web.Problems;

/** The current versions of entities, which are their entity tags in every answer, and the guards made of them. */
@ApplicationScoped
class Versions {
    private final Organizations organizations;
    private final Locations locations;
    private final PublishedListings listings;

    Versions(Organizations organizations, Locations locations, PublishedListings listings) {
        this.organizations = organizations;
        this.locations = locations;
        this.listings = listings;
    }

    OptionalLong ofService(UUID id) {
        return listings.find(id)
                .filter(l -> !l.isWithdrawn())
                .map(PublishedListing::change)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    OptionalLong ofOrganization(UUID id) {
        StoredOrganization organization = organizations.findById(id);
        return organization == null ? OptionalLong.empty() : OptionalLong.of(organization.version());
    }

    OptionalLong ofLocation(UUID id) {
        StoredLocation location = locations.findById(id);
        return location == null ? OptionalLong.empty() : OptionalLong.of(location.version());
    }

    /** For replacing: what exists may be replaced by whoever read it last, what does not exist needs no tag. */
    static void requireToReplace(@Nullable String ifMatch, OptionalLong version) {
        if (version.isPresent()) {
            EntityTags.require(ifMatch, version.getAsLong());
        } else if (ifMatch != null && !ifMatch.isBlank()) {
            throw Problems.preconditionFailed();
        }
    }

    /** For creating: an id that is taken is somebody else's. */
    static void requireAbsent(OptionalLong version) {
        if (version.isPresent()) {
            throw Problems.conflict("already-exists", "There is one with this id: replace it with PUT.");
        }
    }

    static void requireToRemove(@Nullable String ifMatch, OptionalLong version) {
        EntityTags.require(ifMatch, version.orElseThrow(Problems::notFound));
    }
}
