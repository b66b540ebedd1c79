package org.kith.matching.eligibility;

import java.util.List;
import java.util.Optional;

/** What all the filters say of one listing, in their order. */
public record Eligibility(List<Outcome> outcomes) {
    public Eligibility {
        outcomes = List.copyOf(outcomes);
    }

    /** It may be ranked. */
    public boolean isEligible() {
        return outcomes.stream()
                .noneMatch(outcome -> outcome.verdict() == Verdict.FAIL || outcome.verdict() == Verdict.ASK_FIRST);
    }

    /** Nothing speaks against it, but something must be asked before it is offered. */
    public boolean isAskFirst() {
        return failures().isEmpty() && !isEligible();
    }

    public List<Filter> failures() {
        return filters(Verdict.FAIL);
    }

    public Optional<Filter> firstFailure() {
        return failures().stream().findFirst();
    }

    /** The filters because of which one must ask first. */
    public List<Filter> openQuestions() {
        return filters(Verdict.ASK_FIRST);
    }

    /** What to confirm, each once, in the filters' order. */
    public List<Check> checks() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.checks().stream())
                .distinct()
                .toList();
    }

    private List<Filter> filters(Verdict verdict) {
        return outcomes.stream()
                .filter(outcome -> outcome.verdict() == verdict)
                .map(Outcome::filter)
                .toList();
    }
}
