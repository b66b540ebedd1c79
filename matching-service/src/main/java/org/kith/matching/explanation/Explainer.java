package org.kith.matching.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.eligibility.Check;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.scoring.Contribution;
import org.kith.matching.scoring.ScoredCandidate;
import org.kith.matching.scoring.Term;

/** Puts what the score rests on, and what the filters left open, in codes and words. */
public final class Explainer {
    private static final int WORTH_SAYING_PERCENT = 5;
    private static final String TOXIC = "toxic_family_tie";

    private final MatchQuery query;
    private final Wording wording;
    private final Facts facts;

    public Explainer(MatchQuery query, Wording wording) {
        this.query = query;
        this.wording = wording;
        this.facts = new Facts(query);
    }

    public Explanation of(ScoredCandidate scored, List<Check> open) {
        List<Reason> reasons = Stream.concat(
                        scored.contributions().stream()
                                .filter(part -> part.micros() * 100 >= WORTH_SAYING_PERCENT * scored.score())
                                .filter(part -> part.micros() > 0)
                                .sorted(Comparator.comparingLong(Contribution::micros)
                                        .reversed())
                                .flatMap(part -> term(part.code()).stream())
                                .flatMap(term -> facts.of(term, scored).stream()),
                        facts.met(scored).stream())
                .map(this::reason)
                .toList();
        List<String> unmet = unmet(scored);
        List<String> checks = new Checks(query).of(scored.candidate(), open);
        return new Explanation(reasons, unmet, checks, advice(unmet, checks));
    }

    /** The same for a listing that is not ranked: nothing speaks for it yet, only what is open. */
    public Explanation ofUnranked(Candidate candidate, List<Check> open) {
        List<String> checks = new Checks(query).of(candidate, open);
        return new Explanation(List.of(), List.of(), checks, advice(List.of(), checks));
    }

    private Reason reason(Facts.Fact fact) {
        boolean hide = query.safety().sharedDevice() && fact.sensitive();
        return new Reason(
                fact.code(),
                hide ? null : fact.words(),
                hide ? null : fact.field(),
                wording.say("reason", fact.code()));
    }

    private List<String> unmet(ScoredCandidate scored) {
        List<String> unmet = new ArrayList<>(scored.contributions().stream()
                .filter(part -> part.micros() < 0)
                .map(Contribution::code)
                .filter(code -> term(code).isEmpty())
                .filter(code -> !(code.equals(TOXIC) && query.safety().sharedDevice()))
                .map(code -> code.contains(":") ? code : code.toUpperCase(Locale.ROOT))
                .toList());
        query.times().toList().stream()
                .filter(time -> !scored.candidate().hours().times().has(time))
                .map(time -> "TIME:" + time.code())
                .forEach(unmet::add);
        return List.copyOf(unmet);
    }

    private List<String> advice(List<String> unmet, List<String> checks) {
        return Stream.concat(
                        unmet.stream().map(code -> wording.say("unmet", code.replaceFirst(":.*", ""))),
                        checks.stream().map(code -> wording.say("check", code)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Optional<Term> term(String code) {
        return Stream.of(Term.values()).filter(term -> term.code().equals(code)).findFirst();
    }
}
