package org.kith.matching.scoring;

/** Arithmetic on millionths: whole numbers only, so that no machine rounds differently. */
final class Fixed {
    static final long ONE = 1_000_000;

    private Fixed() {}

    /** The product of two numbers of millionths, rounded down. */
    static long times(long one, long other) {
        return one * other / ONE;
    }

    static long clamp(long value) {
        return Math.max(0, Math.min(ONE, value));
    }
}
