package org.kith.directory.search.index;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Totals and facets that were counted before. A state of the index never changes, so what was counted in it stays true
 * for as long as it is searched; counting is what grows with the index where ranking does not.
 */
final class Tallies {
    private static final int MOST = 500;

    private final Map<IndexReader, Map<Query, FacetCounts.Counted>> byState = new WeakHashMap<>();

    /** @param withFacets whether a total alone will not do */
    synchronized FacetCounts.@Nullable Counted of(IndexReader state, Query query, boolean withFacets) {
        Map<Query, FacetCounts.Counted> known = byState.get(state);
        FacetCounts.Counted counted = known == null ? null : known.get(query);
        return counted == null || (withFacets && !counted.isWithFacets()) ? null : counted;
    }

    synchronized void keep(IndexReader state, Query query, FacetCounts.Counted counted) {
        byState.computeIfAbsent(state, none -> new LinkedHashMap<>(64, .75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Query, FacetCounts.Counted> eldest) {
                        return size() > MOST;
                    }
                })
                .put(query, counted);
    }
}
