package org.kith.matching.scoring;

import java.util.ArrayList;
import java.util.List;

/** Collects the contributions of one listing while it is scored. */
final class Ledger {
    private final List<Contribution> contributions = new ArrayList<>();

    void add(String code, long micros) {
        contributions.add(new Contribution(code, micros));
    }

    void add(Term term, long micros) {
        add(term.code(), micros);
    }

    List<Contribution> contributions() {
        return List.copyOf(contributions);
    }
}
