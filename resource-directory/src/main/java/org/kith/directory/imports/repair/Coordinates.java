package org.kith.directory.imports.repair;

import org.jspecify.annotations.Nullable;

/** A point on earth, or the knowledge that the source does not say where. */
public record Coordinates(double latitude, double longitude) {

    public static @Nullable Coordinates read(@Nullable String latitude, @Nullable String longitude, Findings findings) {
        boolean latitudeBlank = latitude == null || latitude.isBlank();
        boolean longitudeBlank = longitude == null || longitude.isBlank();
        if (latitudeBlank && longitudeBlank) {
            return null;
        }
        String original = latitude + ", " + longitude;
        Double lat = number(latitude);
        Double lon = number(longitude);
        if (lat == null || lon == null) {
            findings.add("latitude", "coordinates-unreadable", "The coordinates are incomplete.", original, null);
            return null;
        }
        if (lat == 0 && lon == 0) {
            findings.add("latitude", "coordinates-zero", "0, 0 is a place in the Atlantic.", original, null);
            return null;
        }
        if (!isInhabited(lat) && Math.abs(lat) <= 180 && isInhabited(lon)) {
            findings.add(
                    "latitude",
                    "coordinates-swapped",
                    "Latitude and longitude were swapped.",
                    original,
                    lon + ", " + lat);
            return new Coordinates(lon, lat);
        }
        if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
            findings.add("latitude", "coordinates-out-of-range", "There is no such place on earth.", original, null);
            return null;
        }
        return new Coordinates(lat, lon);
    }

    /** Nobody is helped nearer to a pole. */
    private static boolean isInhabited(double latitude) {
        return latitude > -60 && latitude < 84;
    }

    private static @Nullable Double number(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            double value = Double.parseDouble(text.strip().replaceFirst("^(-?\\d+),(\\d+)$", "$1.$2"));
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
