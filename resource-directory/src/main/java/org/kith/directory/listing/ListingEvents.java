package org.kith.directory.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Tells the other services, through the outbox: the document of a listing, or that it is gone. */
@ApplicationScoped
class ListingEvents {
    static final String TOPIC = "directory.listing.v1";

    /** @param firstWithdrawal the number of the first of the withdrawn ones */
    void append(List<DocumentRows.Numbered> changed, Collection<UUID> withdrawn, long firstWithdrawal) {
        // Filled in when the outbox lands.
    }
}
