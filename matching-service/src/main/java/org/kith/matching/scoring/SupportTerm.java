package org.kith.matching.scoring;

import org.kith.matching.code.Source;
import org.kith.matching.code.SupportType;
import org.kith.matching.policy.PolicyFile.SupportPolicy;
import org.kith.matching.query.SupportProfile;

/** S: how much of what the client's network lacks the listing gives, by type and by source. */
final class SupportTerm {
    /** By set of types, by set of sources. */
    private final long[] types;

    private final long[] sources;

    SupportTerm(SupportProfile profile, SupportPolicy policy) {
        SupportType[] all = SupportType.values();
        long largest = 0;
        long second = 0;
        for (SupportType type : all) {
            long weight = profile.weight(type);
            second = Math.max(second, Math.min(weight, largest));
            largest = Math.max(largest, weight);
        }
        types = new long[1 << all.length];
        for (int set = 0; set < types.length; set++) {
            long sum = 0;
            for (SupportType type : all) {
                sum += (set & 1 << type.ordinal()) != 0 ? profile.weight(type) : 0;
            }
            long share = largest + second == 0 ? 0 : Math.min(Fixed.ONE, sum * Fixed.ONE / (largest + second));
            types[set] = Fixed.times(policy.types(), share);
        }
        sources = new long[1 << Source.values().length];
        for (int set = 0; set < sources.length; set++) {
            long most = 0;
            for (Source source : Source.values()) {
                most = (set & 1 << source.ordinal()) != 0 ? Math.max(most, profile.gap(source)) : most;
            }
            sources[set] = Fixed.times(policy.sources(), most);
        }
    }

    long value(Signals listing) {
        return types[listing.supportTypes] + sources[listing.sources];
    }
}
