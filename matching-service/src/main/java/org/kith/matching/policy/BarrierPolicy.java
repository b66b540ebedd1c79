package org.kith.matching.policy;

import java.util.List;
import java.util.Set;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.Fact;

/**
 * What helps against which barrier.
 *
 * @param transit judged when the client asks for public transport
 * @param timesWeight of the times of day that the client can come
 * @param withoutAny what is judged, at a lower weight, for a client who named no barrier that a rule knows
 */
public record BarrierPolicy(
        List<Rule> rules, Rule traumaInformedRequired, Rule transit, long timesWeight, Rule withoutAny) {

    /**
     * Its value is the sum of the points of the clauses that hold, between 0 and 1.
     *
     * @param barriers any of them brings the rule in, once
     */
    public record Rule(String name, long weight, Set<Barrier> barriers, List<Clause> clauses) {}

    /** Points for a listing that has any of the facts. */
    public record Clause(long points, Set<Fact> any) {}
}
