package org.kith.matching.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Kind;
import org.kith.matching.code.Need;
import org.kith.matching.eligibility.Eligibility;
import org.kith.matching.eligibility.Filters;
import org.kith.matching.policy.Policy;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.NeedWish;
import org.kith.matching.query.Urgency;
import org.kith.matching.scoring.ScoredCandidate;
import org.kith.matching.scoring.Scorer;
import org.kith.matching.selection.Selected;

/** Where a need is for soon, one line that serves it and is open now stands among the first five. */
final class SoonLine {
    private static final int AMONG_FIRST = 5;
    private static final CodeSet<Kind> LINES = CodeSet.of(Kind.CRISIS_LINE, Kind.WARMLINE, Kind.HELPLINE);

    private final MatchQuery query;
    private final Policy policy;
    private final CodeSet<Need> soon;

    SoonLine(MatchQuery query, Policy policy) {
        this.query = query;
        this.policy = policy;
        this.soon = CodeSet.of(
                Need.class,
                query.needs().stream()
                        .filter(wish -> wish.urgency() == Urgency.SOON)
                        .map(NeedWish::need)
                        .toList());
    }

    List<Selected> pin(List<Selected> results, List<Candidate> lines) {
        boolean isThere = results.stream()
                .limit(AMONG_FIRST)
                .anyMatch(result -> answers(result.scored().candidate()));
        if (soon.isEmpty() || isThere) {
            return results;
        }
        return best(lines).map(line -> with(results, line)).orElse(results);
    }

    private Optional<Selected> best(List<Candidate> lines) {
        Filters filters = new Filters(query, policy.file().filters());
        Scorer scorer = new Scorer(query, policy.file());
        List<Selected> open = new ArrayList<>();
        for (Candidate line : lines) {
            if (answers(line)) {
                Eligibility eligibility = filters.judge(line);
                if (eligibility.isEligible()) {
                    open.add(new Selected(scorer.explain(line), eligibility.checks()));
                }
            }
        }
        return open.stream()
                .max(Comparator.comparingLong((Selected line) -> line.scored().score())
                        .thenComparing(line -> line.scored().candidate().id()));
    }

    private List<Selected> with(List<Selected> results, Selected line) {
        List<Selected> pinned = new ArrayList<>(results);
        pinned.removeIf(result -> id(result.scored()).equals(id(line.scored())));
        pinned.add(Math.min(pinned.size(), Math.min(AMONG_FIRST, query.k()) - 1), line);
        return List.copyOf(pinned.subList(0, Math.min(pinned.size(), query.k())));
    }

    private boolean answers(Candidate candidate) {
        Kind kind = candidate.offer().kind();
        return kind != null
                && LINES.has(kind)
                && candidate.offer().needs().hasAny(soon)
                && candidate.hours().isOpenAt(query.now()).orElse(false);
    }

    private static UUID id(ScoredCandidate scored) {
        return scored.candidate().id();
    }
}
