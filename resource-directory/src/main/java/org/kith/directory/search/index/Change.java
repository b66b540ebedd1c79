package org.kith.directory.search.index;

import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.Listing;

/**
 * A numbered change of the table of listings.
 *
 * @param listing absent where it was withdrawn
 */
public record Change(String id, long number, @Nullable Listing listing) {}
