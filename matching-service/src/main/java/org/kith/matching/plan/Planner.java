package org.kith.matching.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.Code;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.code.Source;
import org.kith.matching.code.SupportType;
import org.kith.matching.network.Gaps;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.Tie;

/** Lays the ladder over the results: levels never fall, and each stage is at most two levels above the one before. */
public final class Planner {
    private static final int SHY_LEVEL = 2;
    private static final int FIRST_LEVEL = 4;
    private static final int CLIMB = 2;
    private static final CodeSet<Barrier> SHY =
            CodeSet.of(Barrier.SOCIAL_ANXIETY, Barrier.FEAR_OF_REJECTION, Barrier.TRAUMA_HISTORY, Barrier.TRUST);
    private static final CodeSet<Need> SAFETY = CodeSet.of(Need.INTIMATE_PARTNER_VIOLENCE);

    private final MatchQuery query;
    private final boolean shy;
    private final boolean tooVirtual;
    private final List<Rung> free;
    private final List<Rung> spare;
    private final List<Plan.Step> steps = new ArrayList<>();
    private final Set<Source> openSources = EnumSet.noneOf(Source.class);
    private CodeSet<SupportType> openTypes;
    private int level;

    private Planner(MatchQuery query, List<Candidate> results, List<Candidate> runnersUp, Gaps gaps) {
        this.query = query;
        this.shy = query.barriers().hasAny(SHY);
        this.tooVirtual = query.support().virtualOveruse();
        boolean givesTooMuch = gaps.notes().contains("reciprocity_imbalance:gives_only");
        this.free = rungs(results, givesTooMuch);
        this.spare = rungs(runnersUp, givesTooMuch);
        this.openTypes = CodeSet.of(
                SupportType.class,
                List.of(SupportType.values()).stream()
                        .filter(type -> gaps.supportTypes().contains(type.code()))
                        .toList());
        for (Source source : Source.values()) {
            if (query.support().gap(source) > 0) {
                openSources.add(source);
            }
        }
    }

    private List<Rung> rungs(List<Candidate> candidates, boolean givesTooMuch) {
        List<Rung> rungs = new ArrayList<>();
        for (int rank = 0; rank < candidates.size(); rank++) {
            Candidate candidate = candidates.get(rank);
            if (!(givesTooMuch && candidate.offer().kind() == Kind.VOLUNTEER_OPPORTUNITY)) {
                rungs.add(Rung.of(candidate, rank, query));
            }
        }
        return rungs;
    }

    /**
     * Lays the plan.
     *
     * @param crisis the lines of the crisis block, if there is one
     * @param results in the order they are shown
     * @param runnersUp what else fits, best first: for a step that none of the results can be
     */
    public static Plan plan(
            MatchQuery query, List<Candidate> crisis, List<Candidate> results, List<Candidate> runnersUp, Gaps gaps) {
        Planner planner = new Planner(query, results, runnersUp, gaps);
        planner.crisisOrSafety(crisis);
        planner.first();
        planner.afterTheCheckIn();
        planner.whatIsMissing();
        return new Plan(List.copyOf(planner.steps));
    }

    private void crisisOrSafety(List<Candidate> crisis) {
        if (!crisis.isEmpty()) {
            List<Plan.Action> calls = crisis.stream()
                    .map(line -> Plan.Action.call(line.id(), line.exposure()))
                    .toList();
            steps.add(new Plan.Step(0, calls, "reach_now", null));
            int called = crisis.stream().mapToInt(Candidate::exposure).max().orElse(0);
            // The ladder goes on from the call where it can; else the first step may be gentler than the call.
            if (Stream.concat(free.stream(), spare.stream())
                    .anyMatch(rung -> rung.level() >= called && rung.level() <= cap())) {
                level = called;
            }
        } else if (query.needCodes().hasAny(SAFETY)) {
            free.stream()
                    .filter(rung -> rung.candidate().offer().needs().hasAny(SAFETY))
                    .filter(rung -> rung.level() <= SHY_LEVEL)
                    .findFirst()
                    .ifPresent(rung -> add(0, List.of(rung), "be_safe", 7));
        }
    }

    private void first() {
        int most = query.gentle() || shy ? 1 : 2;
        Comparator<Rung> gentlest = Comparator.comparing(Rung::isGentle).reversed();
        Comparator<Rung> order = shy ? gentlest.thenComparingInt(Rung::level).thenComparing(byRank()) : byRank();
        List<Rung> chosen = firstOf(free, most, order);
        if (chosen.isEmpty()) {
            chosen = firstOf(spare, most, order);
        }
        if (!chosen.isEmpty()) {
            add(1, chosen, query.gentle() || shy ? "once_this_week" : "once_a_week", 7);
        } else {
            tieToStrengthen().ifPresent(tie -> steps.add(new Plan.Step(1, List.of(tie), "one_talk_a_week", 7)));
        }
    }

    private List<Rung> firstOf(List<Rung> rungs, int most, Comparator<Rung> order) {
        List<Rung> chosen = new ArrayList<>();
        for (Predicate<Rung> wish : List.<Predicate<Rung>>of(Rung::isForeseeable, rung -> true)) {
            rungs.stream()
                    .filter(rung -> rung.level() >= level && rung.level() <= cap())
                    .filter(wish)
                    .filter(rung -> !chosen.contains(rung))
                    .sorted(order)
                    .limit(most - chosen.size())
                    .forEach(chosen::add);
        }
        return chosen;
    }

    private int cap() {
        return shy ? SHY_LEVEL : FIRST_LEVEL;
    }

    private void afterTheCheckIn() {
        List<Rung> chosen = next(level + CLIMB, 1, rung -> true);
        List<Plan.Action> more = new ArrayList<>();
        boolean tieIsUsed =
                steps.stream().flatMap(step -> step.actions().stream()).anyMatch(action -> action.tieRole() != null);
        if (!tieIsUsed) {
            tieToStrengthen().ifPresent(more::add);
        }
        if (!chosen.isEmpty() || !more.isEmpty()) {
            add(2, chosen, more, "every_two_weeks", 30);
        }
    }

    private void whatIsMissing() {
        List<Rung> chosen = new ArrayList<>();
        if (tooVirtual) {
            chosen.addAll(next(level + CLIMB, 1, Rung::isInPerson));
        }
        next(level + CLIMB, 2 - chosen.size(), rung -> rung.brings(openTypes, openSources) > 0).stream()
                .filter(rung -> !chosen.contains(rung))
                .forEach(chosen::add);
        if (!chosen.isEmpty()) {
            add(3, chosen, "twice_this_month", 90);
        }
    }

    /**
     * The unused results from the present level up to the cap, those that bring most of what is open first; where no
     * result fits, the best match of what else does.
     */
    private List<Rung> next(int cap, int most, Predicate<Rung> wish) {
        Comparator<Rung> bringsMost = Comparator.comparingInt((Rung rung) -> -rung.brings(openTypes, openSources))
                .thenComparing(byRank());
        List<Rung> chosen = nextOf(free, cap, most, wish, bringsMost);
        return chosen.isEmpty() ? nextOf(spare, cap, most, wish, byRank()) : chosen;
    }

    private List<Rung> nextOf(List<Rung> rungs, int cap, int most, Predicate<Rung> wish, Comparator<Rung> order) {
        return rungs.stream()
                .filter(rung -> rung.level() >= level && rung.level() <= cap)
                .filter(wish)
                .sorted(order)
                .limit(Math.max(0, most))
                .toList();
    }

    private void add(int stage, List<Rung> rungs, String goal, int days) {
        add(stage, rungs, List.of(), goal, days);
    }

    private void add(int stage, List<Rung> rungs, List<Plan.Action> more, String goal, int days) {
        List<Plan.Action> actions = new ArrayList<>();
        for (Rung rung : rungs.stream()
                .sorted(Comparator.comparingInt(Rung::level).thenComparing(byRank()))
                .toList()) {
            actions.add(Plan.Action.refer(rung.candidate().id(), rung.level()));
            level = Math.max(level, rung.level());
            openTypes = openTypes.without(rung.candidate().offer().supportTypes());
            openSources.removeAll(rung.candidate().sources().toList());
            free.remove(rung);
            spare.remove(rung);
        }
        actions.addAll(more);
        steps.add(new Plan.Step(stage, List.copyOf(actions), goal, days));
    }

    /** A tie that is good for the client but thin; never one that harms, drains or only takes. */
    private Optional<Plan.Action> tieToStrengthen() {
        return query.network().stream()
                .filter(Planner::isThin)
                .map(Tie::role)
                .map(Code::code)
                .findFirst()
                .map(Plan.Action::strengthenTie);
    }

    private static boolean isThin(Tie tie) {
        boolean seldom = tie.frequency() == Tie.Frequency.MONTHLY || tie.frequency() == Tie.Frequency.RARER;
        boolean kind = switch (tie.quality()) {
            case GOOD -> seldom;
            case MIXED, WEAK -> true;
            case DRAINING, TOXIC -> false;
        };
        boolean personal = switch (tie.role()) {
            case PARENT, CHILD, SIBLING, RELATIVE, FRIEND, NEIGHBOUR, COWORKER, PEER -> true;
            case PARTNER, SPOUSE, FAITH_COMMUNITY, PROFESSIONAL, GROUP -> false;
        };
        return kind && personal && tie.reciprocity() != Tie.Reciprocity.GIVES_ONLY;
    }

    private static Comparator<Rung> byRank() {
        return Comparator.comparingInt(Rung::rank);
    }
}
