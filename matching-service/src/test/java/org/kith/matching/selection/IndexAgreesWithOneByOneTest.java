package org.kith.matching.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Directory;
import org.kith.matching.eligibility.Eligibility;
import org.kith.matching.eligibility.Filter;
import org.kith.matching.eligibility.Filters;
import org.kith.matching.policy.Policy;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.scoring.Scorer;

/** The index must say of every listing what the filters and the score, written plainly, say of it alone. */
class IndexAgreesWithOneByOneTest {
    private static final Policy POLICY = Policy.standard();

    @Test
    void theSameListingsAreEligibleWithTheSameScoresAndTheSameCounts() {
        for (int seed = 0; seed < 8; seed++) {
            Generated generated = new Generated(seed);
            List<Candidate> listings = generated.listings(300);
            Directory directory = Directory.of(generated.shuffled(listings));
            for (int i = 0; i < 25; i++) {
                MatchQuery query = generated.query();
                assertAgreement(listings, directory, query, "seed " + seed + ", request " + i);
            }
        }
    }

    private static void assertAgreement(List<Candidate> listings, Directory directory, MatchQuery query, String where) {
        Map<UUID, Long> eligible = new TreeMap<>();
        Map<UUID, Long> askFirst = new TreeMap<>();
        Map<Filter, Long> filtered = new EnumMap<>(Filter.class);
        Filters filters = new Filters(query, POLICY.file().filters());
        Scorer scorer = new Scorer(query, POLICY.file());
        for (Candidate listing : listings) {
            Eligibility eligibility = filters.judge(listing);
            if (eligibility.isEligible()) {
                eligible.put(listing.id(), scorer.explain(listing).score());
            } else if (eligibility.isAskFirst()) {
                askFirst.put(listing.id(), scorer.explain(listing).score());
            } else {
                filtered.merge(firstCounted(eligibility), 1L, Long::sum);
            }
        }

        Map<UUID, Long> found = new TreeMap<>();
        Map<UUID, Long> foundToAsk = new TreeMap<>();
        Scan scan = new Scan(query, POLICY.file(), directory);
        scan.run((row, score, ask) ->
                (ask ? foundToAsk : found).put(row.ranked(score, 1).listing().id(), score));

        assertThat(found).as(where).isEqualTo(eligible);
        assertThat(foundToAsk).as(where).isEqualTo(askFirst);
        assertThat(scan.filtered()).as(where).isEqualTo(filtered);
        assertThat(scan.eligible()).isEqualTo(eligible.size());
    }

    /** Reach counts before the others. */
    private static Filter firstCounted(Eligibility eligibility) {
        List<Filter> failures = new ArrayList<>(eligibility.failures());
        failures.sort(Comparator.comparing((Filter filter) -> filter != Filter.H5_AREA)
                .thenComparing(Comparator.naturalOrder()));
        return failures.getFirst();
    }
}
