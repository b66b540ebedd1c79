package org.kith.matching.policy;

/** The weights of the base, which sum to 1 with and without barriers, and that of affinity, which comes on top. */
public record WeightPolicy(Base withBarriers, Base withoutBarriers, long affinity) {

    public record Base(
            long need, long support, long barrier, long distance, long format, long freshness, long capacity) {
        private static final long ONE = 1_000_000;

        public Base {
            if (need + support + barrier + distance + format + freshness + capacity != ONE) {
                throw new IllegalArgumentException("The weights of the base do not sum to 1");
            }
        }
    }
}
