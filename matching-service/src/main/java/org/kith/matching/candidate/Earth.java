package org.kith.matching.candidate;

/**
 * Distances that come out the same on every machine: only operations that IEEE 754 rounds exactly, and {@link StrictMath}.
 */
public final class Earth {
    private static final double RADIUS_METERS = 6_371_008.8;
    /** Up to this chord (about 1,600 km) the series is within a centimetre. */
    private static final double SERIES_CHORD = 0.25;

    private Earth() {}

    /** A place as a point on the unit sphere. */
    public record Vector(double x, double y, double z) {}

    public static Vector vector(double latitude, double longitude) {
        double phi = StrictMath.toRadians(latitude);
        double lambda = StrictMath.toRadians(longitude);
        double ring = StrictMath.cos(phi);
        return new Vector(ring * StrictMath.cos(lambda), ring * StrictMath.sin(lambda), StrictMath.sin(phi));
    }

    /** Whole metres along the earth between two points on the unit sphere. */
    public static int meters(double x1, double y1, double z1, double x2, double y2, double z2) {
        double dx = x1 - x2;
        double dy = y1 - y2;
        double dz = z1 - z2;
        double square = dx * dx + dy * dy + dz * dz;
        double chord = Math.sqrt(square);
        double angle = chord < SERIES_CHORD
                ? chord * (1 + square * (1.0 / 24 + square * (3.0 / 640 + square * (5.0 / 7168))))
                : 2 * StrictMath.asin(Math.min(1, chord / 2));
        return (int) (RADIUS_METERS * angle + 0.5);
    }

    public static int meters(Vector from, Vector to) {
        return meters(from.x, from.y, from.z, to.x, to.y, to.z);
    }
}
