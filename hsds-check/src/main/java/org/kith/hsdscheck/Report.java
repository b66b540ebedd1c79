package org.kith.hsdscheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was found, what could not be looked at, and how much was looked at. */
public final class Report {
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, Integer> looked = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private long requests;
    private long bodies;

    void error(String check, String url, String pointer, String message) {
        add(Finding.Level.ERROR, check, url, pointer, message);
    }

    void warning(String check, String url, String pointer, String message) {
        add(Finding.Level.WARNING, check, url, pointer, message);
    }

    /** The same fault in a thousand entities is one finding, seen a thousand times. */
    private void add(Finding.Level level, String check, String url, String pointer, String message) {
        String key = level
                + check
                + url.replaceFirst("\\?.*", "").replaceAll("[0-9a-f-]{36}", "*")
                + pointer.replaceAll("/\\d+", "/*")
                + message.replaceAll("[0-9a-f-]{36}|\\d+|'[^']*'|\"[^\"]*\"", "*");
        findings.merge(
                key,
                new Finding(level, check, url, pointer, message, 1),
                (a, b) -> new Finding(a.level(), a.check(), a.url(), a.pointer(), a.message(), a.times() + 1));
    }

    /** Something could not be looked at. */
    void note(String text) {
        notes.add(text);
    }

    /** One comparison was made; a check that never looked proves nothing. */
    void looked(String check) {
        looked.merge(check, 1, Integer::sum);
    }

    void requested() {
        requests++;
    }

    void validated() {
        bodies++;
        looked("schema");
    }

    public List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    public List<Finding> findings(Finding.Level level) {
        return findings.values().stream().filter(f -> f.level() == level).toList();
    }

    public List<String> notes() {
        return new ArrayList<>(notes);
    }

    /** Check → comparisons that were made. */
    public Map<String, Integer> looked() {
        return Map.copyOf(looked);
    }

    public long requests() {
        return requests;
    }

    /** Bodies, and lines of streams, that were held against a schema. */
    public long bodies() {
        return bodies;
    }

    public boolean passes(boolean strict) {
        return strict ? findings.isEmpty() : findings(Finding.Level.ERROR).isEmpty();
    }
}
