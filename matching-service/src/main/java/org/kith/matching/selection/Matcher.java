package org.kith.matching.selection;

import java.util.List;
import java.util.UUID;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Directory;
import org.kith.matching.eligibility.Client;
import org.kith.matching.eligibility.Eligibility;
import org.kith.matching.eligibility.Filters;
import org.kith.matching.policy.Policy;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.scoring.Scorer;

/** Finds the set for a client: filters, scores, chooses. The same query on the same directory gives the same answer. */
public final class Matcher {
    private final Policy policy;

    public Matcher(Policy policy) {
        this.policy = policy;
    }

    public Policy policy() {
        return policy;
    }

    public Selection select(Directory directory, MatchQuery query) {
        long band = policy.file().selection().band();
        SetNeeds needs = new SetNeeds(query, policy.file());
        Pool pool = new Pool(needs, policy.file().selection().best());
        Best askFirst = new Best(policy.file().filters().askFirstAtMost());
        Client client = new Client(query, policy.file().filters());
        Scorer scorer = new Scorer(query, policy.file(), client);
        Scan scan = new Scan(query, policy.file(), directory, client, scorer);
        scan.run((found, score, ask) -> {
            if (!ask) {
                pool.offer(found, score, band);
            } else if (askFirst.mayTake(score / band)) {
                askFirst.offer(found.ranked(score, band));
            }
        });
        List<Ranked> chosen =
                new Diversifier(needs, query.support(), policy.file().selection()).choose(pool.all());
        Filters filters = new Filters(client);
        return new Selection(
                chosen.stream()
                        .map(ranked -> selected(ranked.listing(), filters, scorer))
                        .toList(),
                pool.all().stream()
                        .filter(ranked -> !chosen.contains(ranked))
                        .map(Ranked::listing)
                        .toList(),
                askFirst.inOrder().stream()
                        .map(ranked -> askFirst(ranked.listing(), filters))
                        .toList(),
                scan.eligible(),
                scan.filtered());
    }

    /** Why the listing is not among the results, or where it is. */
    public WhyNot whyNot(Directory directory, MatchQuery query, UUID id) {
        return directory
                .find(id)
                .map(listing -> new WhyNotFinder(this, directory, query).find(listing))
                .orElseGet(WhyNot.Unknown::new);
    }

    private static Selected selected(Candidate listing, Filters filters, Scorer scorer) {
        return new Selected(scorer.explain(listing), filters.judge(listing).checks());
    }

    private static AskFirst askFirst(Candidate listing, Filters filters) {
        Eligibility eligibility = filters.judge(listing);
        return new AskFirst(listing, eligibility.openQuestions(), eligibility.checks());
    }
}
