package org.kith.directory.listing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service as everybody gets it: API, search, feed, Kafka and export.
 *
 * @param change grows with every change, in the order of commits; the entity tag
 * @param firstChange the number with which it came, or came back after a withdrawal
 * @param document the full nested HSDS document, confidential places masked; null when the listing was withdrawn
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, not compared.
public record PublishedListing(
        UUID serviceId,
        UUID organizationId,
        long change,
        long firstChange,
        byte @Nullable [] document,
        Instant lastModified) {
    public boolean isWithdrawn() {
        return document == null;
    }
}
