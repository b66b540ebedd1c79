package org.kith.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Directory;
import org.kith.matching.crisis.CrisisBlock;
import org.kith.matching.crisis.CrisisCall;
import org.kith.matching.crisis.CrisisItem;
import org.kith.matching.crisis.CrisisTable;
import org.kith.matching.eligibility.Client;
import org.kith.matching.eligibility.Filters;
import org.kith.matching.explanation.Wording;
import org.kith.matching.network.Gaps;
import org.kith.matching.plan.Plan;
import org.kith.matching.plan.Planner;
import org.kith.matching.plan.Questions;
import org.kith.matching.platform.DirectoryCopy;
import org.kith.matching.platform.LargeRegions;
import org.kith.matching.platform.MatchEvents;
import org.kith.matching.platform.MatchPerformed;
import org.kith.matching.policy.Policy;
import org.kith.matching.query.Avoidance;
import org.kith.matching.query.Identity;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.selection.AskFirst;
import org.kith.matching.selection.Matcher;
import org.kith.matching.selection.Selected;
import org.kith.matching.selection.Selection;
import org.kith.matching.selection.WhyNot;
import org.kith.web.Problems;

/** Answers a request: the crisis first, then the selection, what is missing, and the steps. */
@ApplicationScoped
class Matching {
    private final DirectoryCopy copy;
    private final MatchEvents events;
    private final Clock clock = Clock.systemUTC();
    private final Policy policy = Policy.standard();
    private final Matcher matcher = new Matcher(policy);
    private final CrisisTable table = CrisisTable.standard();

    Matching(DirectoryCopy copy, MatchEvents events) {
        this.copy = copy;
        this.events = events;
    }

    MatchAnswer answer(MatchRequest request, List<Locale> languages) {
        MatchQuery query = read(request);
        DirectoryCopy.Snapshot directory = copy.snapshot();
        List<CrisisItem> crisis = crisis(query, directory);
        Selection selection = matcher.select(directory.directory(), query);
        List<Selected> results = selection.results();
        List<Candidate> shown =
                results.stream().map(result -> result.scored().candidate()).toList();
        List<Candidate> calls = crisis.stream().map(CrisisItem::candidate).toList();
        Gaps gaps = QueryReader.assess(request.network(), request.supportWanted(), request.barriers())
                .gaps();
        Plan plan = Planner.plan(query, calls, shown, selection.runnersUp(), gaps);
        List<Candidate> asked =
                selection.askFirst().stream().map(AskFirst::candidate).toList();
        List<String> questions = Questions.of(query, request.network() != null, shown, asked);

        UUID id = UUID.randomUUID();
        events.say(performed(id, query, directory.version(), selection, shown));
        AnswerWriter writer = new AnswerWriter(query, Wording.in(languages), table);
        return new MatchAnswer(
                id,
                new MatchAnswer.PolicyRef(policy.version(), policy.sha256()),
                directory.version(),
                table.version(),
                writer.crisis(crisis),
                results.stream().map(writer::result).toList(),
                selection.askFirst().stream().map(writer::askFirst).toList(),
                gaps,
                writer.plan(plan, selection.runnersUp()),
                writer.questions(questions),
                selection.eligible(),
                AnswerWriter.counts(selection.filtered()));
    }

    WhyNot whyNot(MatchRequest request, UUID resource) {
        MatchQuery query = read(request);
        Directory directory = copy.snapshot().directory();
        boolean named = directory
                .find(resource)
                .filter(listing -> query.avoid().stream().anyMatch(avoidance -> names(avoidance, listing)))
                .isPresent();
        return named ? new WhyNot.Unknown() : matcher.whyNot(directory, query, resource);
    }

    /** What a client avoids by name is not spoken of. */
    private static boolean names(Avoidance avoidance, Candidate listing) {
        return switch (avoidance) {
            case Avoidance.OfResource(String id) -> id.equals(listing.id().toString());
            case Avoidance.OfOrganization(String id) ->
                listing.organization() != null
                        && id.equals(listing.organization().id());
            default -> false;
        };
    }

    private List<CrisisItem> crisis(MatchQuery query, DirectoryCopy.Snapshot directory) {
        List<Identity> used =
                query.identity().stream().filter(Identity::givesAffinity).toList();
        Optional<CrisisCall> call = CrisisCall.of(query, Client.audiences(used));
        if (call.isEmpty()) {
            return List.of();
        }
        Filters filters = new Filters(query, policy.file().filters());
        return CrisisBlock.choose(call.get(), table, directory.lines(), line -> Bearable.is(filters.judge(line)));
    }

    private MatchQuery read(MatchRequest request) {
        var problems = RequestCheck.problems(request);
        if (!problems.isEmpty()) {
            throw Problems.invalid(problems);
        }
        return QueryReader.read(request, clock.instant());
    }

    private MatchPerformed performed(
            UUID id, MatchQuery query, String version, Selection selection, List<Candidate> shown) {
        return new MatchPerformed(
                id,
                new MatchPerformed.PolicyRef(policy.version(), policy.sha256()),
                version,
                table.version(),
                query.k(),
                selection.eligible(),
                AnswerWriter.counts(selection.filtered()),
                shown.stream().map(Candidate::id).toList(),
                LargeRegions.name(query.where().country(), query.where().region()),
                Instant.now(clock));
    }
}
