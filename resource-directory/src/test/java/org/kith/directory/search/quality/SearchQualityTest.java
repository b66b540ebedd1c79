package org.kith.directory.search.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.directory.hsds.Listing;

/** Answers stay as good as they were measured to be, on questions that nobody tuned for. */
class SearchQualityTest {
    private static final double NDCG = .70;
    private static final double RECIPROCAL_RANK = .90;
    private static final double RECALL = .63;
    private static final double EMPTY = .03;
    private static final double AHEAD_OF_POSTGRES = 1.4;

    @Test
    void answersAreGoodAndClearlyBetterThanPlainFullText() throws Exception {
        assumeTrue(BaltimoreDirectory.isThere(), () -> "skipped: there is no " + BaltimoreDirectory.FOLDER);
        Map<String, Listing> listings = BaltimoreDirectory.read().byForeignId();
        try (KithRanker ours = new KithRanker(listings);
                PostgresRanker postgres = new PostgresRanker(listings)) {
            QualityReport report = QualityReport.of(JudgedQuery.all(), ours, postgres);
            System.out.println(report);
            QualityReport.Total held = report.ours(true);
            assertThat(held.mean().ndcg()).isGreaterThan(NDCG);
            assertThat(held.mean().reciprocalRank()).isGreaterThan(RECIPROCAL_RANK);
            assertThat(held.mean().recall()).isGreaterThan(RECALL);
            assertThat(held.empty()).isLessThanOrEqualTo(EMPTY);
            assertThat(held.mean().ndcg())
                    .isGreaterThan(
                            AHEAD_OF_POSTGRES * report.postgres(true).mean().ndcg());
        }
    }
}
