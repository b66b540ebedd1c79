package org.kith.matching.candidate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a listing is and whom it serves from there.
 *
 * @param places the points that one can go to; none for a confidential or remote listing
 * @param confidential it has a place that must not be told
 * @param country of its first address, else of its service areas; ISO 3166-1 alpha-2
 * @param region of its first address, without the country, such as {@code MD}
 * @param postalCode of its first address, when that is no secret
 */
public record Whereabouts(
        List<Place> places,
        boolean confidential,
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String postalCode,
        @Nullable String address,
        List<ServiceArea> areas) {}
