package org.kith.matching.candidate;

/** The HSDS status of a service; {@code UNSTATED} where the document has none that we know. */
public enum ListingStatus {
    ACTIVE,
    INACTIVE,
    DEFUNCT,
    TEMPORARILY_CLOSED,
    UNSTATED
}
