package org.kith.matching.policy;

/** The policy file as it is written; see {@link Policy} for its numbers. */
public record PolicyFile(
        String version,
        FilterPolicy filters,
        WeightPolicy weights,
        NeedPolicy need,
        SupportPolicy support,
        BarrierPolicy barriers,
        DistancePolicy distance,
        FormatPolicy format,
        FreshnessPolicy freshness,
        CapacityPolicy capacity,
        AffinityPolicy affinity,
        AdjustmentPolicy adjustments,
        SelectionPolicy selection) {

    /** The shares of the types and of the sources in the term. */
    public record SupportPolicy(long types, long sources) {}

    /** Nearness; {@code halvingsAtMax} says how often the value halves up to the greatest distance that does */
    public record DistancePolicy(int halvingsAtMax, long remote, long unknown) {}

    /** What each later format of the client's order costs. */
    public record FormatPolicy(long step, long unknown) {}

    public record CapacityPolicy(
            long open,
            long unknown,
            long waitlist,
            long waitlistLeast,
            int longestWaitDays,
            int unstatedWaitDays,
            long full) {}

    /** Being among one's own; {@code remainingPerMatch} is the part of what is missing that is still missing after one more matched axis */
    public record AffinityPolicy(long remainingPerMatch, int axesThatFill, long sameFaith, long withAffirmationNeed) {}
}
