package org.kith.directory.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;

/** Counts the matches and, by code, how many of them carry it: each count is what the same question with that code finds. */
final class FacetCounts implements CollectorManager<FacetCounts.Counter, FacetCounts.Counted> {
    private static final int MOST_CODES_OF_A_LIST = 100;

    /**
     * @param byList in each list the most frequent first
     * @param isWithFacets false where only the total was counted
     */
    record Counted(long total, Map<String, Map<String, Integer>> byList, boolean isWithFacets) {}

    @Override
    public Counter newCollector() {
        return new Counter();
    }

    @Override
    public Counted reduce(Collection<Counter> counters) throws IOException {
        long total = 0;
        Map<String, Map<String, Integer>> byList = new TreeMap<>();
        for (Counter counter : counters) {
            counter.finishSegment();
            total += counter.total;
            counter.counts.forEach(
                    (term, count) -> byList.computeIfAbsent(CodeWords.list(term), none -> new TreeMap<>())
                            .merge(term.substring(term.indexOf(':') + 1), count, Integer::sum));
        }
        byList.replaceAll((list, counts) -> mostFrequentFirst(counts));
        return new Counted(total, byList, true);
    }

    private static Map<String, Integer> mostFrequentFirst(Map<String, Integer> counts) {
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        return entries.stream()
                .limit(MOST_CODES_OF_A_LIST)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    static final class Counter extends SimpleCollector {
        private final Map<String, Integer> counts = new TreeMap<>();
        private long total;
        private SortedSetDocValues codes = DocValues.emptySortedSet();
        private int[] bySegmentOrdinal = new int[0];

        @Override
        public void collect(int doc) throws IOException {
            total++;
            if (codes.advanceExact(doc)) {
                for (int left = codes.docValueCount(); left > 0; left--) {
                    bySegmentOrdinal[(int) codes.nextOrd()]++;
                }
            }
        }

        @Override
        protected void doSetNextReader(LeafReaderContext segment) throws IOException {
            finishSegment();
            codes = DocValues.getSortedSet(segment.reader(), Fields.FACET);
            bySegmentOrdinal = new int[(int) codes.getValueCount()];
        }

        private void finishSegment() throws IOException {
            // In their order: looked up one by one, each would unpack a block of names anew.
            TermsEnum terms = bySegmentOrdinal.length == 0 ? TermsEnum.EMPTY : codes.termsEnum();
            for (BytesRef term = terms.next(); term != null; term = terms.next()) {
                int count = bySegmentOrdinal[(int) terms.ord()];
                if (count > 0) {
                    counts.merge(term.utf8ToString(), count, Integer::sum);
                }
            }
            bySegmentOrdinal = new int[0];
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
