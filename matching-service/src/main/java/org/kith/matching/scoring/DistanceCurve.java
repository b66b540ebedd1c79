package org.kith.matching.scoring;

import org.kith.matching.policy.PolicyFile.DistancePolicy;

/** {@code 2^(−d/(max/h))} from a table, in whole numbers: never rising with the distance, the same on every machine. */
final class DistanceCurve {
    private static final int STEPS = 1024;
    private static final int FINE = 64;
    /** The table has more digits than the value, so that neighbouring metres differ where they should. */
    private static final long SCALE = 1024;

    private static final long[] HALVING = new long[STEPS + 1];

    static {
        for (int step = 0; step <= STEPS; step++) {
            double value = StrictMath.pow(2, -(double) step / STEPS);
            HALVING[step] = StrictMath.round(value * Fixed.ONE * SCALE);
        }
    }

    private final long halvings;
    private final long maxMeters;

    DistanceCurve(DistancePolicy policy, int maxMeters) {
        halvings = policy.halvingsAtMax();
        this.maxMeters = Math.max(1, maxMeters);
    }

    long value(int meters) {
        long position = meters * halvings * STEPS * FINE / maxMeters;
        long whole = position / (STEPS * FINE);
        if (whole > 40) {
            return 0;
        }
        int step = (int) (position / FINE % STEPS);
        long fine = position % FINE;
        long value = HALVING[step] - (HALVING[step] - HALVING[step + 1]) * fine / FINE;
        return (value >> whole) / SCALE;
    }
}
