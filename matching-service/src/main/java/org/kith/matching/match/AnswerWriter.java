package org.kith.matching.match;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.crisis.CrisisItem;
import org.kith.matching.crisis.CrisisTable;
import org.kith.matching.eligibility.Filter;
import org.kith.matching.explanation.Explainer;
import org.kith.matching.explanation.Explanation;
import org.kith.matching.explanation.Reason;
import org.kith.matching.explanation.Wording;
import org.kith.matching.plan.Plan;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.scoring.Contribution;
import org.kith.matching.scoring.ScoredCandidate;
import org.kith.matching.selection.AskFirst;
import org.kith.matching.selection.Selected;

/** Puts what was found into the words and numbers of the wire. */
final class AnswerWriter {
    private static final int MICRO_DIGITS = 6;

    private final MatchQuery query;
    private final Wording wording;
    private final CrisisTable table;
    private final Explainer explainer;

    AnswerWriter(MatchQuery query, Wording wording, CrisisTable table) {
        this.query = query;
        this.wording = wording;
        this.table = table;
        this.explainer = new Explainer(query, wording);
    }

    MatchAnswer.CrisisView crisis(List<CrisisItem> items) {
        String number = table.emergencyNumber(query.where().country()).orElse(null);
        if (items.isEmpty()) {
            return new MatchAnswer.CrisisView(false, null, null, List.of(), footer());
        }
        String lead = number == null ? wording.say("crisis", "lead.local") : wording.say("crisis", "lead", number);
        return new MatchAnswer.CrisisView(
                true, number, lead, items.stream().map(this::item).toList(), null);
    }

    private MatchAnswer.CrisisItemView item(CrisisItem item) {
        Reason reason = new Reason("CRISIS_LEAD", null, null, wording.say("reason", "CRISIS_LEAD"));
        return new MatchAnswer.CrisisItemView(
                view(item.candidate(), null),
                List.of(reason),
                item.checks(),
                item.checks().stream().map(check -> wording.say("check", check)).toList());
    }

    private String footer() {
        Candidate line = table.standby(query.where().country());
        String place = line.contact().phones().isEmpty()
                ? String.valueOf(line.contact().url())
                : line.contact().phones().getFirst().number();
        return table.emergencyNumber(query.where().country()).isPresent()
                ? wording.say("crisis", "footer", line.name(), place)
                : wording.say("crisis", "footer.local", line.name(), place);
    }

    MatchAnswer.Result result(Selected selected) {
        ScoredCandidate scored = selected.scored();
        Explanation explanation = explainer.of(scored, selected.checks());
        Map<String, BigDecimal> contributions = new LinkedHashMap<>();
        for (Contribution part : scored.contributions()) {
            contributions.merge(part.code(), decimal(part.micros()), BigDecimal::add);
        }
        return new MatchAnswer.Result(
                view(scored.candidate(), scored.evidence().distanceMeters()),
                decimal(scored.score()),
                contributions,
                explanation.reasons(),
                explanation.unmet(),
                explanation.check(),
                explanation.advice());
    }

    MatchAnswer.AskFirstView askFirst(AskFirst listing) {
        Explanation explanation = explainer.ofUnranked(listing.candidate(), listing.checks());
        return new MatchAnswer.AskFirstView(
                view(listing.candidate(), null),
                listing.because().stream().map(Filter::name).toList(),
                explanation.check(),
                explanation.advice());
    }

    /** @param runnersUp where a step may come from that is not among the results */
    MatchAnswer.PlanView plan(Plan plan, List<Candidate> runnersUp) {
        Map<UUID, Candidate> unseen = new LinkedHashMap<>();
        runnersUp.forEach(candidate -> unseen.put(candidate.id(), candidate));
        return new MatchAnswer.PlanView(plan.steps().stream()
                .map(step -> new MatchAnswer.StepView(
                        step.stage(),
                        step.actions().stream()
                                .map(action -> new MatchAnswer.ActionView(
                                        action.type(),
                                        action.resourceId(),
                                        action.tieRole(),
                                        action.exposureLevel(),
                                        unseen(action.resourceId(), unseen)))
                                .toList(),
                        wording.say("goal", step.goal()),
                        step.checkInDays(),
                        Plan.CHOICES))
                .toList());
    }

    private @Nullable ResourceView unseen(@Nullable UUID id, Map<UUID, Candidate> unseen) {
        Candidate candidate = id == null ? null : unseen.get(id);
        return candidate == null ? null : view(candidate, null);
    }

    List<MatchAnswer.Question> questions(List<String> codes) {
        return codes.stream()
                .map(code -> new MatchAnswer.Question(code, wording.say("question", code)))
                .toList();
    }

    static Map<String, Long> counts(Map<Filter, Long> filtered) {
        Map<String, Long> counts = new LinkedHashMap<>();
        filtered.forEach((filter, count) -> counts.put(filter.name(), count));
        return counts;
    }

    private ResourceView view(Candidate candidate, @Nullable Integer meters) {
        return ResourceView.of(candidate, meters, query.usableFormats(), query.now());
    }

    private static BigDecimal decimal(long micros) {
        return BigDecimal.valueOf(micros, MICRO_DIGITS);
    }
}
