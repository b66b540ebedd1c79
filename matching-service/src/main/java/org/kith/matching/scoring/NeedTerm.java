package org.kith.matching.scoring;

import java.util.List;
import org.kith.matching.code.Kind;
import org.kith.matching.policy.NeedPolicy;
import org.kith.matching.query.NeedWish;

/** N: the best need that the listing serves, and a part of each further one; an interest counts as a need fully met. */
final class NeedTerm {
    private final long others;
    private final long[] bits;
    /** By need, then by kind; the last kind is "none stated". */
    private final long[][] values;

    NeedTerm(List<NeedWish> needs, NeedPolicy policy) {
        others = policy.others();
        bits = new long[needs.size()];
        values = new long[needs.size()][];
        Kind[] kinds = Kind.values();
        int highest = needs.stream().mapToInt(NeedWish::priority).max().orElse(1);
        for (int i = 0; i < bits.length; i++) {
            NeedWish wish = needs.get(i);
            bits[i] = 1L << wish.need().ordinal();
            values[i] = new long[kinds.length + 1];
            for (int kind = 0; kind <= kinds.length; kind++) {
                long fit = policy.fit(wish.need(), kind == kinds.length ? null : kinds[kind]);
                values[i][kind] = fit * wish.priority() / highest;
            }
        }
    }

    /** 0 exactly when no need and no interest is met. */
    long value(Signals listing) {
        int kind = listing.kind < 0 ? values.length == 0 ? 0 : values[0].length - 1 : listing.kind;
        long best = listing.interests > 0 ? Fixed.ONE : 0;
        long sum = Fixed.ONE * listing.interests;
        for (int i = 0; i < bits.length; i++) {
            if ((listing.needs & bits[i]) != 0) {
                long value = values[i][kind];
                sum += value;
                best = Math.max(best, value);
            }
        }
        return Math.min(Fixed.ONE, best + Fixed.times(others, sum - best));
    }
}
