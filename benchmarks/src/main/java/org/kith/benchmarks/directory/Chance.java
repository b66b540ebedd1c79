package org.kith.benchmarks.directory;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Decisions that look random and are the same for the same seed. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed, long number) {
        // Far apart, and not by the step of the generator itself, or neighbours would be the same a little later.
        random = new SplittableRandom(seed * 0xD1B54A32D192ED03L + number * 0xBF58476D1CE4E5B9L);
    }

    /** @param share how often, from 0 to 1 */
    boolean of(double share) {
        return random.nextDouble() < share;
    }

    /** Both ends included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    double around(double middle, double deviation) {
        return middle + random.nextGaussian() * deviation;
    }

    <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @SafeVarargs
    final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** The first often, the last seldom, as words in texts and people in towns. */
    <T> T zipf(List<T> ranked) {
        return ranked.get(zipf(ranked.size()));
    }

    /** A rank from 0, of probability about 1/(rank + 2.7), as Mandelbrot found words to be. */
    int zipf(int size) {
        double shift = 2.7;
        double rank = shift * Math.pow((size + shift) / shift, random.nextDouble()) - shift;
        return Math.min(size - 1, (int) rank);
    }

    /** An index, by weights. */
    int weighted(double[] cumulated) {
        double point = random.nextDouble() * cumulated[cumulated.length - 1];
        int index = java.util.Arrays.binarySearch(cumulated, point);
        return Math.min(cumulated.length - 1, index < 0 ? -index - 1 : index);
    }

    UUID id() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
