package org.kith.matching.selection;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Directory;
import org.kith.matching.eligibility.Eligibility;
import org.kith.matching.eligibility.Filter;
import org.kith.matching.eligibility.Filters;
import org.kith.matching.policy.FilterPolicy;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.Tried;
import org.kith.matching.scoring.Scorer;

/** Answers why a listing is not among the results. */
final class WhyNotFinder {
    private final Matcher matcher;
    private final Directory directory;
    private final MatchQuery query;

    WhyNotFinder(Matcher matcher, Directory directory, MatchQuery query) {
        this.matcher = matcher;
        this.directory = directory;
        this.query = query;
    }

    WhyNot find(Candidate listing) {
        FilterPolicy policy = matcher.policy().file().filters();
        Eligibility eligibility = new Filters(query, policy).judge(listing);
        if (!eligibility.failures().isEmpty()) {
            return isUnsafe(listing, eligibility.failures(), policy.safety())
                    ? new WhyNot.NotSuitable()
                    : new WhyNot.Filtered(
                            eligibility.failures(),
                            Relaxations.smallest(query, listing, policy).orElse(null));
        }
        return eligibility.isAskFirst() ? new WhyNot.AskBefore(eligibility.openQuestions()) : rank(listing);
    }

    private boolean isUnsafe(Candidate listing, List<Filter> failures, Set<String> safety) {
        String id = listing.id().toString();
        return failures.stream().map(Filter::name).anyMatch(safety::contains)
                || query.tried().stream()
                        .anyMatch(tried -> tried.outcome() == Tried.Outcome.UNSAFE
                                && tried.resourceId().equals(id));
    }

    private WhyNot rank(Candidate listing) {
        UUID id = listing.id();
        List<Selected> results = matcher.select(directory, query).results();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).scored().candidate().id().equals(id)) {
                return new WhyNot.Shown(i + 1);
            }
        }
        long score = new Scorer(query, matcher.policy().file()).explain(listing).score();
        long last = results.isEmpty() ? score : results.getLast().scored().score();
        return new WhyNot.Outranked(rank(listing, score), Math.max(0, last - score));
    }

    private long rank(Candidate listing, long score) {
        long band = matcher.policy().file().selection().band();
        Ranks ranks = new Ranks(listing.id());
        new Scan(query, matcher.policy().file(), directory).run((found, other, ask) -> {
            if (!ask && other / band >= score / band) {
                ranks.see(found.ranked(other, band));
            }
        });
        return ranks.rank();
    }

    /** Collects those of the same band or better, and says at which place one of them stands. */
    private static final class Ranks {
        private final java.util.PriorityQueue<Ranked> better = new java.util.PriorityQueue<>();
        private final UUID id;

        Ranks(UUID id) {
            this.id = id;
        }

        void see(Ranked ranked) {
            better.add(ranked);
        }

        long rank() {
            long rank = 1;
            for (Ranked next = better.poll();
                    next != null && !next.listing().id().equals(id);
                    next = better.poll()) {
                rank++;
            }
            return rank;
        }
    }
}
