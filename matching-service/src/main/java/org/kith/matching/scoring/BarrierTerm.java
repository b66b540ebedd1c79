package org.kith.matching.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.kith.matching.code.AccessNeed;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Fact;
import org.kith.matching.code.TimeOfDay;
import org.kith.matching.policy.BarrierPolicy;
import org.kith.matching.policy.BarrierPolicy.Clause;
import org.kith.matching.policy.BarrierPolicy.Rule;
import org.kith.matching.query.MatchQuery;

/** B: the weighted mean of the rules that the client's barriers, times and need of transport bring in. */
final class BarrierTerm {
    private static final String TIMES = "times";

    private final List<Rule> rules;
    private final long[][] points;
    private final long[][] facts;
    private final boolean withBarriers;
    private final long totalWeight;

    BarrierTerm(MatchQuery query, BarrierPolicy policy) {
        List<Rule> found = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            if (rule.barriers().stream().anyMatch((Barrier barrier) -> query.has(barrier))) {
                found.add(rule);
            }
        }
        if (query.traumaInformedRequired()) {
            found.add(policy.traumaInformedRequired());
        }
        withBarriers = !found.isEmpty();
        if (!query.times().isEmpty()) {
            found.add(times(query, policy));
        }
        if (query.access().has(AccessNeed.TRANSIT)) {
            found.add(policy.transit());
        }
        if (found.isEmpty()) {
            found.add(policy.withoutAny());
        }
        rules = List.copyOf(found);
        points = new long[rules.size()][];
        facts = new long[rules.size()][];
        for (int i = 0; i < points.length; i++) {
            List<Clause> clauses = rules.get(i).clauses();
            points[i] = clauses.stream().mapToLong(Clause::points).toArray();
            facts[i] = clauses.stream()
                    .mapToLong(clause -> CodeSet.of(Fact.class, clause.any()).bits())
                    .toArray();
        }
        totalWeight = rules.stream().mapToLong(Rule::weight).sum();
    }

    /** Whether the client named a barrier that a rule knows; then the term weighs more. */
    boolean withBarriers() {
        return withBarriers;
    }

    long value(long listing) {
        long sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += rules.get(i).weight() * value(i, listing);
        }
        return sum / totalWeight;
    }

    /** The names of the rules that the listing meets at least in part. */
    List<String> met(long listing) {
        return IntStream.range(0, points.length)
                .filter(rule -> value(rule, listing) > 0)
                .mapToObj(rule -> rules.get(rule).name())
                .toList();
    }

    private long value(int rule, long listing) {
        long sum = 0;
        for (int clause = 0; clause < points[rule].length; clause++) {
            sum += (facts[rule][clause] & listing) != 0 ? points[rule][clause] : 0;
        }
        return Fixed.clamp(sum);
    }

    private static Rule times(MatchQuery query, BarrierPolicy policy) {
        List<Fact> wanted = query.times().toList().stream()
                .map((TimeOfDay time) -> Fact.valueOf(time.name()))
                .toList();
        Clause any = new Clause(Fixed.ONE, Set.copyOf(wanted));
        return new Rule(TIMES, policy.timesWeight(), Set.of(), List.of(any));
    }
}
