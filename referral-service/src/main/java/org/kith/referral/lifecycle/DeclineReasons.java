package org.kith.referral.lifecycle;

import java.util.List;

/** Why an organization says no; each reason also tells the directory something about the listing. */
public final class DeclineReasons {
    public static final List<String> ALL = List.of(
            "no-capacity",
            "not-eligible",
            "out-of-area",
            "missing-documentation",
            "language-not-served",
            "service-discontinued",
            "unsafe-to-contact",
            "other");

    private DeclineReasons() {}
}
