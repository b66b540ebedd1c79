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
import org.jspecify.annotations.Nullable;

/** Asks one state of the index one question. */
final class Search {
    /** Up to here a total costs nothing extra; beyond, what cannot win is skipped and matches are counted apart. */
    private static final int COUNTED_WHILE_RANKING = 200;

    /** Fewer than so many that hold all that was asked for: what holds a part of it follows them. */
    private static final int FEW = 10;

    private final IndexSearcher searcher;
    private final Tallies tallies;
    private final Question question;
    private final Question.Order order;
    private final @Nullable Concepts concepts;

    Search(IndexSearcher searcher, Tallies tallies, Question question) throws IOException {
        this.searcher = searcher;
        this.tallies = tallies;
        this.question = question;
        this.order = question.effectiveOrder();
        this.concepts = question.hasWords() ? Concepts.of(question.words(), searcher.getIndexReader()) : null;
    }

    /** @param snapshot keeps the searcher's state for later pages and names it */
    Page run(Snapshot snapshot) throws IOException {
        Position after = question.after();
        boolean relaxed = after != null && after.relaxed();
        TopFieldDocs top = top(query(relaxed));
        if (after == null && canRelax() && isTooFew(top.totalHits)) {
            TopFieldDocs more = top(query(true));
            relaxed = more.totalHits.value() > top.totalHits.value();
            top = relaxed ? more : top;
        }
        FacetCounts.Counted counted = counted(relaxed, top.totalHits, after);
        long total = counted.total();
        float best = best(top, after);
        List<Hit> hits = new HitReader(searcher, question, concepts, best).read(top.scoreDocs);
        Position next = null;
        if (hits.size() == question.limit() && top.scoreDocs.length > 0) {
            FieldDoc last = (FieldDoc) top.scoreDocs[top.scoreDocs.length - 1];
            double value = ((Number) last.fields[0]).doubleValue();
            next = new Position(snapshot.keep(), total, relaxed, best, value, (Long) last.fields[1]);
        }
        return new Page(total, hits, counted.byList(), next);
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

    /** By the words alone, whatever is filtered: or a facet's count would not be what its filter finds. */
    private boolean isTooFew(TotalHits hits) throws IOException {
        return hits.value() == 0
                || (hits.value() < FEW
                        && concepts != null
                        && searcher.count(WordQuery.matching(concepts, false)) < FEW);
    }

    private TopFieldDocs top(Query query) throws IOException {
        TopFieldCollectorManager manager =
                new TopFieldCollectorManager(sort(), question.limit(), after(), COUNTED_WHILE_RANKING);
        return searcher.search(query, manager);
    }

    private FacetCounts.Counted counted(boolean relaxed, TotalHits hits, @Nullable Position after) throws IOException {
        if (!question.facets() && after != null) {
            return new FacetCounts.Counted(after.total(), Map.of(), false);
        }
        if (!question.facets() && hits.relation() == TotalHits.Relation.EQUAL_TO) {
            return new FacetCounts.Counted(hits.value(), Map.of(), false);
        }
        Query matching = FilterQuery.of(
                concepts == null ? MatchAllDocsQuery.INSTANCE : WordQuery.matching(concepts, relaxed), question);
        FacetCounts.Counted known = tallies.of(searcher.getIndexReader(), matching, question.facets());
        if (known == null) {
            known = question.facets()
                    ? searcher.search(matching, new FacetCounts())
                    : new FacetCounts.Counted(searcher.count(matching), Map.of(), false);
            tallies.keep(searcher.getIndexReader(), matching, known);
        }
        return question.facets() ? known : new FacetCounts.Counted(known.total(), Map.of(), false);
    }

    private float best(TopFieldDocs top, @Nullable Position after) {
        if (after != null) {
            return after.best();
        }
        boolean ranked = order == Question.Order.RELEVANCE && top.scoreDocs.length > 0;
        return ranked ? (Float) ((FieldDoc) top.scoreDocs[0]).fields[0] : 0;
    }

    private Sort sort() {
        SortField tie = new SortField(Fields.TIE, SortField.Type.LONG);
        return switch (order) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, tie);
            case DISTANCE -> {
                Point near = question.near();
                if (near == null) {
                    throw new IllegalArgumentException("no place to be near to");
                }
                yield new Sort(
                        LatLonDocValuesField.newDistanceSort(Fields.POINT, near.latitude(), near.longitude()), tie);
            }
            case FRESHNESS -> {
                SortField verified = LongField.newSortField(Fields.VERIFIED, true, SortedNumericSelector.Type.MAX);
                verified.setMissingValue(Long.MIN_VALUE);
                yield new Sort(verified, tie);
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
        return new FieldDoc(lastDoc, Float.NaN, new Object[] {value, after.tie()});
    }
}
