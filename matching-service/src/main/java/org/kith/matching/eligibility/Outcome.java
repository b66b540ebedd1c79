package org.kith.matching.eligibility;

import java.util.List;

/** What one filter says of one listing, and what to confirm because of it (also when it passes). */
public record Outcome(Filter filter, Verdict verdict, List<Check> checks) {
    public Outcome {
        checks = List.copyOf(checks);
    }

    static Outcome pass(Filter filter, Check... checks) {
        return new Outcome(filter, Verdict.PASS, List.of(checks));
    }

    static Outcome fail(Filter filter) {
        return new Outcome(filter, Verdict.FAIL, List.of());
    }

    static Outcome check(Filter filter, Check check) {
        return new Outcome(filter, Verdict.PASS_WITH_CHECK, List.of(check));
    }

    static Outcome askFirst(Filter filter, Check check) {
        return new Outcome(filter, Verdict.ASK_FIRST, List.of(check));
    }
}
