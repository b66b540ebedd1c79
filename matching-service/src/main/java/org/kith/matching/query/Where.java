package org.kith.matching.query;

import org.jspecify.annotations.Nullable;

/**
 * Where the client is, as far as it was said.
 *
 * @param country ISO 3166-1 alpha-2 in upper case
 * @param region the part of ISO 3166-2 after the hyphen, in upper case
 * @param latitude rounded to two decimals, or null; set exactly when {@code longitude} is
 * @param maxDistanceMeters how far the client would travel, or null where that was not said: then the policy's default
 */
public record Where(
        @Nullable String country,
        @Nullable String region,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Integer maxDistanceMeters) {
    public Where {
        if ((latitude == null) != (longitude == null)) {
            throw new IllegalArgumentException("A latitude needs a longitude");
        }
    }

    public static Where unknown() {
        return new Where(null, null, null, null, null);
    }

    public boolean hasPoint() {
        return latitude != null;
    }
}
