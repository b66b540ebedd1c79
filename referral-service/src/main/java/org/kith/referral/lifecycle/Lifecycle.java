package org.kith.referral.lifecycle;

import static org.kith.referral.lifecycle.Actor.*;
import static org.kith.referral.lifecycle.AttemptState.*;
import static org.kith.referral.lifecycle.AttemptVerb.*;
import static org.kith.referral.lifecycle.ReferralState.*;
import static org.kith.referral.lifecycle.ReferralVerb.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The whole lifecycle, both levels: from which states a verb leads where, who may take it, and the event it emits.
 * Whatever is not listed here is refused.
 */
public final class Lifecycle {
    public static final List<Edge<ReferralState, ReferralVerb>> REFERRAL = List.of(
            on(SUBMIT, SENT, "referral.submitted").from(DRAFT).by(SOURCE, COORDINATOR),
            on(REFUSE, REFUSED, "referral.refused").from(SENT).by(COORDINATOR, PLATFORM),
            on(TAKE_UP, MATCHING, "referral.matching").from(SENT).by(SOURCE, COORDINATOR, PLATFORM),
            on(PLACE, PLACED, "referral.placed").from(MATCHING, REROUTING).by(PROVIDER),
            on(REROUTE, REROUTING, "referral.rerouting")
                    .from(MATCHING, PLACED)
                    .by(SOURCE, COORDINATOR, PROVIDER, PLATFORM),
            on(RESOLVE, RESOLVED, "referral.resolved")
                    .from(MATCHING, PLACED, REROUTING)
                    .by(SOURCE, COORDINATOR, PROVIDER),
            on(CLOSE, EXHAUSTED, "referral.exhausted")
                    .from(MATCHING, PLACED, REROUTING)
                    .by(COORDINATOR),
            on(CANCEL, CANCELLED, "referral.cancelled")
                    .from(SENT, MATCHING, PLACED, REROUTING)
                    .by(SOURCE, COORDINATOR, PLATFORM),
            on(MARK_ERROR, ERROR, "referral.errored")
                    .from(EnumSet.complementOf(EnumSet.of(ERROR)))
                    .by(SOURCE, COORDINATOR));

    public static final List<Edge<AttemptState, AttemptVerb>> ATTEMPT = List.of(
            on(VIEW, VIEWED, "attempt.viewed").from(OFFERED).by(PROVIDER),
            on(ACCEPT, ACCEPTED, "attempt.accepted").from(OFFERED, VIEWED).by(PROVIDER),
            on(DECLINE, DECLINED, "attempt.declined").from(OFFERED, VIEWED).by(PROVIDER),
            on(EXPIRE, EXPIRED, "attempt.expired").from(OFFERED, VIEWED).by(PLATFORM),
            // A place on a waiting list is a promise: the offer is first accepted, then put on hold.
            on(WAITLIST, WAITLISTED, "attempt.waitlisted").from(ACCEPTED).by(PROVIDER),
            on(START, IN_SERVICE, "attempt.started")
                    .from(ACCEPTED, WAITLISTED, NO_SHOW)
                    .by(PROVIDER),
            on(MISS, NO_SHOW, "attempt.no-show")
                    .from(ACCEPTED, IN_SERVICE, NO_SHOW)
                    .by(PROVIDER),
            on(MISS_AGAIN, FAILED, "attempt.failed")
                    .from(ACCEPTED, IN_SERVICE, NO_SHOW)
                    .by(PROVIDER),
            on(COMPLETE, COMPLETED, "attempt.completed")
                    .from(ACCEPTED, IN_SERVICE, NO_SHOW)
                    .by(PROVIDER),
            on(FAIL, FAILED, "attempt.failed")
                    .from(ACCEPTED, WAITLISTED, IN_SERVICE, NO_SHOW)
                    .by(PROVIDER),
            on(WITHDRAW, WITHDRAWN, "attempt.withdrawn")
                    .from(OFFERED, VIEWED, ACCEPTED, WAITLISTED, IN_SERVICE, NO_SHOW)
                    .by(SOURCE, COORDINATOR, PLATFORM));

    private Lifecycle() {}

    /** One row of the table. */
    public record Edge<S extends State, V>(Set<S> from, V verb, S to, Set<Actor> actors, String event) {
        @SafeVarargs
        final Edge<S, V> from(S... states) {
            return new Edge<>(Set.of(states), verb, to, actors, event);
        }

        Edge<S, V> from(Set<S> states) {
            return new Edge<>(states, verb, to, actors, event);
        }

        Edge<S, V> by(Actor... who) {
            return new Edge<>(from, verb, to, Set.of(who), event);
        }
    }

    /** @throws TransitionRefused when no row leads on; @throws ActorRefused when one does, but not for this actor */
    public static <S extends State, V extends Enum<V>> Edge<S, V> choose(
            List<Edge<S, V>> table, S from, V verb, Actor by) {
        Edge<S, V> edge = table.stream()
                .filter(row -> row.verb() == verb && row.from().contains(from))
                .findFirst()
                .orElseThrow(() -> new TransitionRefused(from.name(), verb.name()));
        if (!edge.actors().contains(by)) {
            throw new ActorRefused(by, verb.name());
        }
        return edge;
    }

    private static <S extends State, V> Edge<S, V> on(V verb, S to, String event) {
        return new Edge<>(Set.of(), verb, to, Set.of(), event);
    }
}
