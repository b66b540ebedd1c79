package org.kith.directory.imports.repair;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found while one row was read. */
public final class Findings {
    private final List<Problem> problems;
    private final String prefix;

    public Findings() {
        this("", new ArrayList<>());
    }

    private Findings(String prefix, List<Problem> problems) {
        this.prefix = prefix;
        this.problems = problems;
    }

    public void add(
            @Nullable String field, String code, String message, @Nullable String original, @Nullable String now) {
        problems.add(new Problem(field == null ? null : prefix + field, code, message, original, now));
    }

    public void add(Problem problem) {
        problems.add(problem);
    }

    /** Collects what is found deeper in the same document, under a path. */
    public Findings under(String path) {
        return new Findings(prefix + path + "/", problems);
    }

    public void addAll(Findings other) {
        problems.addAll(other.problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }
}
