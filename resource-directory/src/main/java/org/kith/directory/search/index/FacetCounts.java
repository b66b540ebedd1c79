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
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts the matches and, by code, how many of them carry it: each count is what the same question with that code finds. */
final class FacetCounts implements CollectorManager<FacetCounts.Counter, FacetCounts.Counted> {
    private static final int MOST_CODES_OF_A_LIST = 100;

    /** @param byList in each list the most frequent first */
    record Counted(long total, Map<String, Map<String, Integer>> byList) {}

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
        return new Counted(total, byList);
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
            for (int ordinal = 0; ordinal < bySegmentOrdinal.length; ordinal++) {
                if (bySegmentOrdinal[ordinal] > 0) {
                    counts.merge(codes.lookupOrd(ordinal).utf8ToString(), bySegmentOrdinal[ordinal], Integer::sum);
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
