package org.kith.directory.tagging;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The phrases of one listing, and whether each means what it says where it stands. */
final class Evidence {
    private static final int DENIAL = 6;
    private static final int DENIAL_AFTER = 4;
    private static final int CLOSE = 3;
    private static final int ELSEWHERE = 25;

    private final Reading reading;
    private final List<Reading.Hit> hits;
    private final Contexts contexts;
    private final BitSet said = new BitSet();
    private final BitSet named = new BitSet();
    private final List<Reading.Hit> denials = new ArrayList<>();

    Evidence(Reading reading, List<Reading.Hit> hits, Contexts contexts) {
        this.reading = reading;
        this.hits = hits;
        this.contexts = contexts;
        for (Reading.Hit hit : hits) {
            said.set(hit.phrase());
            if (reading.field(hit).isName()) {
                named.set(hit.phrase());
            }
        }
        for (Reading.Hit hit : hits) {
            boolean denies = contexts.before().get(hit.phrase())
                    || contexts.elsewhere().get(hit.phrase())
                    || contexts.after().get(hit.phrase());
            if (denies && !isPartOf(hit, contexts.harmless())) {
                denials.add(hit);
            }
        }
    }

    List<Reading.Hit> hits() {
        return hits;
    }

    boolean holds(Rule rule, Reading.Hit hit) {
        if (rule.without().intersects(said) || rule.withoutInName().intersects(named)) {
            return false;
        }
        if (!rule.with().isEmpty() && !rule.with().intersects(said)) {
            return false;
        }
        if (isPartOf(hit, rule.notIn()) || isClose(hit, rule.unlessNear(), rule.window(), rule.window())) {
            return false;
        }
        if (isClose(hit, rule.unlessBefore(), CLOSE, 0) || isClose(hit, rule.unlessAfter(), 0, CLOSE)) {
            return false;
        }
        if (!rule.near().isEmpty() && !isClose(hit, rule.near(), rule.window(), rule.window())) {
            return false;
        }
        return rule.plain() || !isDenied(hit);
    }

    private boolean isPartOf(Reading.Hit hit, BitSet longer) {
        if (longer.isEmpty()) {
            return false;
        }
        for (Reading.Hit other : hits) {
            if (longer.get(other.phrase()) && other.covers(hit)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the phrases stands at most so many words before or after, in the same sentence. */
    private boolean isClose(Reading.Hit hit, BitSet phrases, int before, int after) {
        if (phrases.isEmpty()) {
            return false;
        }
        for (Reading.Hit other : hits) {
            if (phrases.get(other.phrase())
                    && reading.isSameSentence(hit, other)
                    && ((other.end() <= hit.start() && hit.start() - other.end() < before)
                            || (other.start() >= hit.end() && other.start() - hit.end() < after))) {
                return true;
            }
        }
        return false;
    }

    private boolean isDenied(Reading.Hit hit) {
        for (Reading.Hit denial : denials) {
            if (!reading.isSameSentence(hit, denial)) {
                continue;
            }
            int ahead = hit.start() - denial.end();
            int behind = denial.start() - hit.end();
            boolean before = contexts.before().get(denial.phrase()) && ahead >= 0 && ahead < DENIAL;
            boolean elsewhere = contexts.elsewhere().get(denial.phrase()) && ahead >= 0 && ahead < ELSEWHERE;
            boolean after = contexts.after().get(denial.phrase()) && behind >= 0 && behind < DENIAL_AFTER;
            boolean denies = elsewhere || after || (before && !isCancelled(denial, hit));
            if (denies) {
                return true;
            }
        }
        return false;
    }

    private boolean isCancelled(Reading.Hit denial, Reading.Hit hit) {
        for (Reading.Hit other : hits) {
            if (contexts.cancels().get(other.phrase()) && other.start() >= denial.end() && other.end() <= hit.start()) {
                return true;
            }
        }
        return false;
    }
}
