package org.kith.matching.query;

/** Years of age, both ends included; an exact age has equal ends. */
public record AgeRange(int from, int to) {
    public static final int OLDEST = 130;

    public AgeRange {
        if (from < 0 || to < from || to > OLDEST) {
            throw new IllegalArgumentException("Not an age range: " + from + "-" + to);
        }
    }

    public static AgeRange exactly(int age) {
        return new AgeRange(age, age);
    }

    public boolean isExact() {
        return from == to;
    }

    /** Some of those meant are under 18. */
    public boolean mayBeMinor() {
        return from < 18;
    }
}
