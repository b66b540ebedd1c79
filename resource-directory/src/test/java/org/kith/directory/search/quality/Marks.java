package org.kith.directory.search.quality;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How good a ranked answer is.
 *
 * @param ndcg at 10, gains of 2^grade - 1
 * @param reciprocalRank of the first that is good or exactly it, 0 beyond the twentieth
 * @param recall how much of what is good is among the first 20; of what 20 can hold
 * @param isEmpty whether nothing at all was found
 */
public record Marks(double ndcg, double reciprocalRank, double recall, boolean isEmpty) {
    private static final int DEPTH = 10;
    static final int LONGEST = 20;
    private static final int GOOD = 2;

    /** @param ranked ids, the best first, at most twenty */
    public static Marks of(List<String> ranked, Map<String, Integer> grades) {
        double ideal = gain(grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(DEPTH)
                .toList());
        double gained = gain(ranked.stream()
                .limit(DEPTH)
                .map(id -> grades.getOrDefault(id, 0))
                .toList());
        long good = grades.values().stream().filter(grade -> grade >= GOOD).count();
        double first = 0;
        int found = 0;
        for (int i = 0; i < Math.min(LONGEST, ranked.size()); i++) {
            if (grades.getOrDefault(ranked.get(i), 0) >= GOOD) {
                first = first == 0 ? 1.0 / (i + 1) : first;
                found++;
            }
        }
        double recall = good == 0 ? 1 : found / (double) Math.min(good, LONGEST);
        return new Marks(ideal == 0 ? 0 : gained / ideal, first, recall, ranked.isEmpty());
    }

    public static Marks mean(Collection<Marks> all) {
        return new Marks(
                all.stream().mapToDouble(Marks::ndcg).average().orElse(0),
                all.stream().mapToDouble(Marks::reciprocalRank).average().orElse(0),
                all.stream().mapToDouble(Marks::recall).average().orElse(0),
                false);
    }

    /** The share of questions that nothing was found for. */
    public static double emptyRate(Collection<Marks> all) {
        return all.stream().filter(Marks::isEmpty).count() / (double) Math.max(1, all.size());
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int i = 0; i < grades.size(); i++) {
            gain += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return gain;
    }
}
