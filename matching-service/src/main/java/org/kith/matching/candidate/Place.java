package org.kith.matching.candidate;

/** A point on the earth, in degrees. */
public record Place(double latitude, double longitude) {
    public Place {
        if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("Not a point on the earth");
        }
    }
}
