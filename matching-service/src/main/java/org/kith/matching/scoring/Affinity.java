package org.kith.matching.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kith.matching.code.Audience;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Codes;
import org.kith.matching.code.Need;
import org.kith.matching.code.Tradition;
import org.kith.matching.eligibility.Client;
import org.kith.matching.eligibility.Faiths;
import org.kith.matching.policy.PolicyFile;
import org.kith.matching.query.Identity;
import org.kith.matching.query.MatchQuery;

/**
 * A: what being made for people like the client adds, on top of the base and never below it. It grows with the number of
 * matched axes, each adding a part of what is still missing.
 */
final class Affinity {
    private static final String FAITH = "faith";
    private static final long USUAL_IMPORTANCE = 2;

    private final List<Axis> axes;
    private final long[] byMatches;
    private final long sameFaith;
    private final boolean[] faiths = new boolean[Tradition.values().length];
    private final long faithImportance;
    private final long weight;

    /** @param audiences that the axis, alone or with another one, addresses */
    private record Axis(List<Identity> factors, long audiences, int importance) {}

    Affinity(MatchQuery query, PolicyFile policy) {
        List<Identity> factors =
                query.identity().stream().filter(Identity::givesAffinity).toList();
        axes = axes(factors);
        byMatches = byMatches(axes.size(), policy.affinity());
        sameFaith = policy.affinity().sameFaith();
        for (Identity factor : factors) {
            for (Tradition tradition : Tradition.values()) {
                faiths[tradition.ordinal()] |= factor.axis().equals(FAITH)
                        && tradition != Tradition.NONE
                        && Codes.find(Tradition.class, factor.code())
                                .filter(faith -> Faiths.isSame(faith, tradition))
                                .isPresent();
            }
        }
        faithImportance = importance(
                factors.stream().filter(factor -> factor.axis().equals(FAITH)).toList());
        boolean wanted = query.needCodes().has(Need.IDENTITY_AFFIRMATION);
        weight = wanted
                ? Fixed.times(policy.weights().affinity(), policy.affinity().withAffirmationNeed())
                : policy.weights().affinity();
    }

    /** What it adds to the score, in millionths; 0 exactly when nothing matches. */
    long contribution(Signals listing) {
        long best = 0;
        if (listing.forItsAudience) {
            int matches = 0;
            int importance = 0;
            for (int i = 0; i < axes.size(); i++) {
                if ((axes.get(i).audiences & listing.audiences) != 0) {
                    matches++;
                    importance = Math.max(importance, axes.get(i).importance);
                }
            }
            best = byMatches[matches] * importance / USUAL_IMPORTANCE;
        }
        if (listing.tradition >= 0 && faiths[listing.tradition]) {
            best = Math.max(best, sameFaith * faithImportance / USUAL_IMPORTANCE);
        }
        return Fixed.times(weight, best);
    }

    /** The factors that it is made for. */
    List<Identity> matched(Signals listing) {
        List<Identity> matched = new ArrayList<>();
        for (Axis axis : axes) {
            boolean faith = axis.factors.getFirst().axis().equals(FAITH);
            boolean byAudience = listing.forItsAudience && (axis.audiences & listing.audiences) != 0;
            boolean byFaith = faith && listing.tradition >= 0 && faiths[listing.tradition];
            if (byAudience || byFaith) {
                matched.addAll(axis.factors);
            }
        }
        return List.copyOf(matched);
    }

    private static List<Axis> axes(List<Identity> factors) {
        Map<String, List<Identity>> byAxis = new LinkedHashMap<>();
        factors.forEach(factor ->
                byAxis.computeIfAbsent(factor.axis(), axis -> new ArrayList<>()).add(factor));
        List<Axis> axes = new ArrayList<>();
        for (List<Identity> own : byAxis.values()) {
            CodeSet<Audience> audiences = Client.audiences(own);
            for (List<Identity> other : byAxis.values()) {
                audiences = other.equals(own) ? audiences : audiences.or(together(own, other));
            }
            axes.add(new Axis(List.copyOf(own), audiences.bits(), importance(own)));
        }
        return List.copyOf(axes);
    }

    /** The audiences that neither axis addresses alone, such as LGBTQ+ young people. */
    private static CodeSet<Audience> together(List<Identity> one, List<Identity> other) {
        List<Identity> both = new ArrayList<>(one);
        both.addAll(other);
        return Client.audiences(both).without(Client.audiences(one)).without(Client.audiences(other));
    }

    private static long[] byMatches(int stated, PolicyFile.AffinityPolicy policy) {
        long[] reached = new long[stated + 1];
        long remaining = Fixed.ONE;
        for (int matches = 0; matches <= stated; matches++) {
            reached[matches] = Fixed.ONE - remaining;
            remaining = Fixed.times(remaining, policy.remainingPerMatch());
        }
        long full = reached[Math.min(policy.axesThatFill(), stated)];
        long[] values = new long[stated + 1];
        for (int matches = 0; matches <= stated; matches++) {
            values[matches] = full == 0 ? 0 : reached[matches] * Fixed.ONE / full;
        }
        return values;
    }

    private static int importance(List<Identity> factors) {
        return factors.stream().mapToInt(Identity::importance).max().orElse(0);
    }
}
