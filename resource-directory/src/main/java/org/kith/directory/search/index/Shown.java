package org.kith.directory.search.index;

import java.util.List;
import org.kith.directory.hsds.Kith;
import org.kith.directory.hsds.Listing;

/** Whether a listing may be found at all. */
final class Shown {
    private static final List<String> NEVER = List.of("conversion_practice", "coercive", "reported_harm");

    private Shown() {}

    /** Active, and without a flag that says never to show it. */
    static boolean mayBe(Listing listing) {
        String status = listing.status();
        boolean active = status == null || status.equals("active");
        return active
                && NEVER.stream()
                        .noneMatch(flag -> listing.attributes().stream()
                                .anyMatch(attribute -> Kith.says(attribute, "kith:flag", flag)));
    }
}
