package org.kith.matching.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The regions that an event may name, because at least 100,000 people live in each. */
public final class LargeRegions {
    /** The 50 states, the District of Columbia, Puerto Rico and Guam: the least of them has more than 150,000. */
    private static final Set<String> UNITED_STATES = Set.of(
            "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA",
            "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK",
            "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC", "PR", "GU");

    /** The provinces; the three territories have fewer people. */
    private static final Set<String> CANADA = Set.of("AB", "BC", "MB", "NB", "NL", "NS", "ON", "PE", "QC", "SK");

    private LargeRegions() {}

    /** As ISO 3166-2, or null where it is small or we do not know. */
    public static @Nullable String name(@Nullable String country, @Nullable String region) {
        boolean large = region != null
                && ("US".equals(country) && UNITED_STATES.contains(region)
                        || "CA".equals(country) && CANADA.contains(region));
        return large ? country + "-" + region : null;
    }
}
