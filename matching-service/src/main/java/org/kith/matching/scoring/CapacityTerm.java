package org.kith.matching.scoring;

import org.kith.matching.code.Capacity;
import org.kith.matching.policy.PolicyFile.CapacityPolicy;

/** C: whether it takes people now, or after how long. */
final class CapacityTerm {
    private static final int WAITLIST = Capacity.WAITLIST.ordinal();

    private final CapacityPolicy policy;
    private final long[] plain;

    CapacityTerm(CapacityPolicy policy) {
        this.policy = policy;
        plain = new long[Capacity.values().length];
        for (Capacity capacity : Capacity.values()) {
            plain[capacity.ordinal()] = switch (capacity) {
                case OPEN -> policy.open();
                case UNKNOWN -> policy.unknown();
                case FULL -> policy.full();
                case WAITLIST -> 0;
            };
        }
    }

    long value(Signals listing) {
        if (listing.capacity != WAITLIST) {
            return plain[listing.capacity];
        }
        int days = listing.waitDays == Signals.UNKNOWN ? policy.unstatedWaitDays() : listing.waitDays;
        long left = Fixed.ONE - days * Fixed.ONE / policy.longestWaitDays();
        return Fixed.times(policy.waitlist(), Math.max(policy.waitlistLeast(), left));
    }
}
