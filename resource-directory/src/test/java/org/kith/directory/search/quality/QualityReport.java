package org.kith.directory.search.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Every question with its marks, from both, and the totals of each set. */
public final class QualityReport {
    /** @param empty the share of questions without any answer */
    public record Total(int questions, Marks mean, double empty) {
        static Total of(List<Marks> marks) {
            return new Total(marks.size(), Marks.mean(marks), Marks.emptyRate(marks));
        }

        private String row() {
            return String.format(
                    Locale.ROOT,
                    "%.3f | %.3f | %.3f | %.1f %%",
                    mean.ndcg(),
                    mean.reciprocalRank(),
                    mean.recall(),
                    empty * 100);
        }
    }

    private final Map<JudgedQuery, Marks> ours = new LinkedHashMap<>();
    private final Map<JudgedQuery, Marks> theirs = new LinkedHashMap<>();

    public static QualityReport of(List<JudgedQuery> queries, Ranker ours, Ranker theirs) {
        QualityReport report = new QualityReport();
        for (JudgedQuery query : queries) {
            report.ours.put(query, Marks.of(ours.rank(query), query.grades()));
            report.theirs.put(query, Marks.of(theirs.rank(query), query.grades()));
        }
        return report;
    }

    public Total ours(boolean heldOut) {
        return total(ours, heldOut);
    }

    public Total postgres(boolean heldOut) {
        return total(theirs, heldOut);
    }

    private static Total total(Map<JudgedQuery, Marks> all, boolean heldOut) {
        return Total.of(all.entrySet().stream()
                .filter(entry -> entry.getKey().isHeldOut() == heldOut)
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    /** One row a question; of those held out the marks alone, so that nobody tunes on them by accident. */
    public String questions(boolean withHeldOut) {
        StringBuilder table = new StringBuilder(
                "| set | question | nDCG@10 | RR | recall@20 | PG nDCG@10 | PG RR | PG recall@20 |\n");
        table.append("|---|---|---|---|---|---|---|---|\n");
        ours.forEach((query, marks) -> {
            Marks other = theirs.getOrDefault(query, marks);
            if (withHeldOut || !query.isHeldOut()) {
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %.3f | %.2f | %.2f | %.3f | %.2f | %.2f |%n",
                        query.isHeldOut() ? "held-out" : "tune",
                        query.isHeldOut() ? query.id() : query.words(),
                        marks.ndcg(),
                        marks.reciprocalRank(),
                        marks.recall(),
                        other.ndcg(),
                        other.reciprocalRank(),
                        other.recall()));
            }
        });
        return table.toString();
    }

    @Override
    public String toString() {
        StringBuilder table =
                new StringBuilder("| set | questions | search | nDCG@10 | MRR | recall@20 | no result |\n");
        table.append("|---|---|---|---|---|---|---|\n");
        for (boolean heldOut : new boolean[] {false, true}) {
            String set = heldOut ? "held-out" : "tune";
            Total ours = ours(heldOut);
            Total theirs = postgres(heldOut);
            table.append("| ")
                    .append(set)
                    .append(" | ")
                    .append(ours.questions())
                    .append(" | Kith | ");
            table.append(ours.row()).append(" |\n");
            table.append("| ")
                    .append(set)
                    .append(" | ")
                    .append(theirs.questions())
                    .append(" | PostgreSQL | ");
            table.append(theirs.row()).append(" |\n");
        }
        return table.toString();
    }
}
