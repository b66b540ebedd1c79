package org.kith.directory.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.search.index.Hit;
import org.kith.directory.search.quality.BaltimoreDirectory;
import org.kith.directory.search.quality.JudgedQuery;
import org.kith.directory.search.quality.KithRanker;
import org.kith.directory.search.quality.PostgresRanker;
import org.kith.directory.search.quality.QualityReport;

/**
 * {@code dev/bench search-quality}: judged questions to the directory of Baltimore, beside PostgreSQL.
 *
 * <p>{@code --show WORDS} prints what is found for words, and why; {@code --missed} what tuned questions miss.
 */
final class SearchQuality {
    private SearchQuality() {}

    public static void main(String[] args) throws Exception {
        if (!BaltimoreDirectory.isThere()) {
            System.err.println("There is no directory of Baltimore at " + BaltimoreDirectory.FOLDER);
            System.exit(1);
        }
        Map<String, Listing> listings = BaltimoreDirectory.read().byForeignId();
        List<String> options = List.of(args);
        try (KithRanker ours = new KithRanker(listings)) {
            if (options.contains("--show")) {
                String words = args[options.indexOf("--show") + 1];
                show(ours, new JudgedQuery("", false, words, "", "", "", Map.of()));
                return;
            }
            List<JudgedQuery> queries = JudgedQuery.all();
            if (options.contains("--missed")) {
                queries.stream().filter(query -> !query.isHeldOut()).forEach(query -> missed(ours, listings, query));
                return;
            }
            try (PostgresRanker postgres = new PostgresRanker(listings)) {
                QualityReport report = QualityReport.of(queries, ours, postgres);
                System.out.println(report.questions(true));
                System.out.printf("%d listings, %d questions%n%n%s", listings.size(), queries.size(), report);
            }
        }
    }

    private static void missed(KithRanker ours, Map<String, Listing> listings, JudgedQuery query) {
        List<String> ranked = ours.rank(query);
        System.out.printf(
                Locale.ROOT, "%n== %s (%s %s %s)%n", query.words(), query.near(), query.radiusKm(), query.filters());
        show(ours, query);
        query.grades().entrySet().stream()
                .filter(grade -> !ranked.subList(0, Math.min(10, ranked.size())).contains(grade.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(12)
                .forEach(grade -> System.out.printf(
                        "   missed %d %s %s | %s%n",
                        grade.getValue(),
                        grade.getKey(),
                        listings.containsKey(grade.getKey())
                                ? listings.get(grade.getKey()).name()
                                : "?",
                        ranked.contains(grade.getKey()) ? "in 20" : ""));
    }

    private static void show(KithRanker ours, JudgedQuery query) {
        List<String> ranked = ours.rank(query);
        List<Hit> hits = ours.page(query).hits();
        for (int i = 0; i < Math.min(10, hits.size()); i++) {
            Hit hit = hits.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "%d %.2f %s %s | %s %s%n",
                    query.grades().getOrDefault(ranked.get(i), 0),
                    hit.score(),
                    ranked.get(i),
                    HsdsJson.tree(hit.service()).path("name").asText(),
                    HsdsJson.tree(hit.service())
                            .path("organization")
                            .path("name")
                            .asText(),
                    hit.why());
        }
    }
}
