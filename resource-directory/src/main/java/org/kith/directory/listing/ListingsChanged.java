package org.kith.directory.listing;

/**
 * Fired within the transaction that changes listings; whoever must not lag behind this process observes its success.
 *
 * @param upTo the highest number given
 */
public record ListingsChanged(long upTo) {}
