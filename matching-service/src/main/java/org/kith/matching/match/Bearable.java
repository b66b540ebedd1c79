package org.kith.matching.match;

import java.util.EnumSet;
import java.util.Set;
import org.kith.matching.eligibility.Eligibility;
import org.kith.matching.eligibility.Filter;

/** What of the filters holds even in a crisis; distance, cost, format and the like do not. */
final class Bearable {
    private static final Set<Filter> EVEN_IN_A_CRISIS = EnumSet.of(
            Filter.H3_NEVER_SHOW,
            Filter.H4_AGE,
            Filter.H11_AVOID,
            Filter.H12_EXCLUSIVE_AUDIENCE,
            Filter.H15_AFFIRMING,
            Filter.H18_TRIED);

    private Bearable() {}

    static boolean is(Eligibility eligibility) {
        return eligibility.failures().stream().noneMatch(EVEN_IN_A_CRISIS::contains);
    }
}
