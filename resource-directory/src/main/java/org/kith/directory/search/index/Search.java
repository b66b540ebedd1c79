package org.kith.directory.search.index;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Asks one state of the index one question. */
final class Search {
    /** Up to here a total costs nothing extra; beyond, matches are counted without ranking them. */
    private static final int COUNTED_WHILE_RANKING = 1_000;

    private final IndexSearcher searcher;
    private final Question question;
    private final Question.Order order;
    private final @Nullable Concepts concepts;

    Search(IndexSearcher searcher, Question question) throws IOException {
        this.searcher = searcher;
        this.question = question;
        this.order = question.effectiveOrder();
        this.concepts = question.hasWords() ? Concepts.of(question.words(), searcher.getIndexReader()) : null;
    }

    /** @param snapshot keeps the searcher's state for later pages and names it */
    Page run(Snapshot snapshot) throws IOException {
        Position after = question.after();
        boolean relaxed = after != null && after.relaxed();
        Query query = query(relaxed);
        TopFieldDocs top = top(query);
        if (top.totalHits.value() == 0 && after == null && canRelax()) {
            relaxed = true;
            query = query(true);
            top = top(query);
        }
        Map<String, Map<String, Integer>> facets = Map.of();
        long total;
        if (question.facets()) {
            FacetCounts.Counted counted = searcher.search(query, new FacetCounts());
            facets = counted.byList();
            total = counted.total();
        } else {
            total = after == null ? total(query, top.totalHits) : after.total();
        }
        float best = best(top, after);
        List<Hit> hits = new HitReader(searcher, question, concepts, best).read(top.scoreDocs);
        Position next = null;
        if (hits.size() == question.limit() && top.scoreDocs.length > 0) {
            FieldDoc last = (FieldDoc) top.scoreDocs[top.scoreDocs.length - 1];
            double value = ((Number) last.fields[0]).doubleValue();
            next = new Position(
                    snapshot.keep(), total, relaxed, best, value, hits.getLast().id());
        }
        return new Page(total, hits, facets, next);
    }

    @FunctionalInterface
    interface Snapshot {
        long keep() throws IOException;
    }

    private Query query(boolean relaxed) {
        Query words = concepts == null
                ? MatchAllDocsQuery.INSTANCE
                : WordQuery.of(concepts, question.words(), relaxed, question.near());
        return FilterQuery.of(words, question);
    }

    private boolean canRelax() {
        return concepts != null && concepts.required().size() > 1;
    }

    private TopFieldDocs top(Query query) throws IOException {
        TopFieldCollectorManager manager =
                new TopFieldCollectorManager(sort(), question.limit(), after(), COUNTED_WHILE_RANKING);
        return searcher.search(query, manager);
    }

    private long total(Query query, TotalHits hits) throws IOException {
        return hits.relation() == TotalHits.Relation.EQUAL_TO ? hits.value() : searcher.count(query);
    }

    private float best(TopFieldDocs top, @Nullable Position after) {
        if (after != null) {
            return after.best();
        }
        boolean ranked = order == Question.Order.RELEVANCE && top.scoreDocs.length > 0;
        return ranked ? (Float) ((FieldDoc) top.scoreDocs[0]).fields[0] : 0;
    }

    private Sort sort() {
        SortField id = new SortField(Fields.ID, SortField.Type.STRING);
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, id);
            case DISTANCE -> {
                Point near = question.near();
                if (near == null) {
                    throw new IllegalArgumentException("no place to be near to");
                }
                yield new Sort(
                        LatLonDocValuesField.newDistanceSort(Fields.POINT, near.latitude(), near.longitude()), id);
            }
            case FRESHNESS -> {
                SortField verified = LongField.newSortField(Fields.VERIFIED, true, SortedNumericSelector.Type.MAX);
                verified.setMissingValue(Long.MIN_VALUE);
                yield new Sort(verified, id);
            }
        };
    }

    private @Nullable FieldDoc after() {
        Position after = question.after();
        if (after == null) {
            return null;
        }
        Object value = switch (order) {
            case RELEVANCE -> (Object) (float) after.sortValue();
            case DISTANCE -> after.sortValue();
            case FRESHNESS -> (long) after.sortValue();
        };
        int lastDoc = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
        return new FieldDoc(lastDoc, Float.NaN, new Object[] {value, new BytesRef(after.id())});
    }
}
