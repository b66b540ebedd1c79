package org.kith.directory.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * The query for words.
 *
 * <p>What must be found is asked of one weighted field ({@link Fields#ALL}), one clause for each thing asked for, so
 * that Lucene can skip what cannot win. Names, phrases and nearness only lift what was found.
 */
final class WordQuery {
    /** Up to so many words, all must be found; of more, some may be missing. */
    private static final int ALL_OF = 2;

    private static final float PHRASE = .6f;
    private static final float IN_NAME = .7f;
    private static final float ROW_IN_NAME = 1.2f;
    private static final float ROW_IN_TEXT = .6f;
    private static final float EXACT_NAME = 12;
    private static final float NEARNESS = 3;
    private static final double NEARNESS_HALF_METRES = 5_000;
    private static final int SLOP = 2;

    private WordQuery() {}

    /** @param relaxed one thing found is enough */
    static Query of(Concepts concepts, String typed, boolean relaxed, @Nullable Point near) {
        if (concepts.isEmpty()) {
            return new MatchNoDocsQuery("nothing but stop words");
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        addRequired(query, concepts, relaxed);
        List<Concept> required = concepts.required();
        for (Concept concept : concepts.all()) {
            inName(concept).ifPresent(name -> query.add(name, Occur.SHOULD));
            if (!required.contains(concept)) {
                query.add(new BoostQuery(anywhere(concept), .3f), Occur.SHOULD);
            }
        }
        addRow(query, concepts.inRow());
        String exact = Words.exact(typed);
        if (!exact.isEmpty()) {
            Query name = new ConstantScoreQuery(new TermQuery(new Term(Fields.EXACT, exact)));
            query.add(new BoostQuery(name, EXACT_NAME), Occur.SHOULD);
        }
        if (near != null) {
            query.add(
                    LatLonPoint.newDistanceFeatureQuery(
                            Fields.POINT, NEARNESS, near.latitude(), near.longitude(), NEARNESS_HALF_METRES),
                    Occur.SHOULD);
        }
        return query.build();
    }

    private static void addRequired(BooleanQuery.Builder query, Concepts concepts, boolean relaxed) {
        for (Alternative phrase : concepts.phrases()) {
            query.add(literal(phrase), Occur.MUST);
        }
        List<Query> clauses =
                concepts.required().stream().map(WordQuery::anywhere).toList();
        int enough = relaxed ? 1 : enough(clauses.size());
        if (enough == clauses.size()) {
            clauses.forEach(clause -> query.add(clause, Occur.MUST));
        } else {
            BooleanQuery.Builder some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(enough);
            clauses.forEach(clause -> some.add(clause, Occur.SHOULD));
            query.add(some.build(), Occur.MUST);
        }
    }

    private static int enough(int words) {
        return words <= ALL_OF ? words : Math.max(ALL_OF, (int) Math.ceil(words * .7));
    }

    private static Query anywhere(Concept concept) {
        List<Query> ways = new ArrayList<>();
        SynonymQuery.Builder words = new SynonymQuery.Builder(Fields.ALL);
        int singles = 0;
        for (Alternative alternative : concept.alternatives()) {
            switch (alternative.form()) {
                case WORD, CODE -> {
                    words.addTerm(new Term(Fields.ALL, alternative.terms().getFirst()), alternative.weight());
                    singles++;
                }
                case PHRASE -> ways.add(new BoostQuery(literal(alternative), PHRASE * alternative.weight()));
                case ALL_WORDS -> ways.add(literal(alternative));
            }
        }
        if (singles > 0) {
            ways.addFirst(words.build());
        }
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, .1f);
    }

    private static Query literal(Alternative alternative) {
        return switch (alternative.form()) {
            case WORD, CODE ->
                new TermQuery(new Term(Fields.ALL, alternative.terms().getFirst()));
            case PHRASE -> phrase(Fields.TEXT, alternative.terms(), 0);
            case ALL_WORDS -> {
                BooleanQuery.Builder all = new BooleanQuery.Builder();
                alternative.terms().forEach(term -> all.add(new TermQuery(new Term(Fields.ALL, term)), Occur.MUST));
                yield all.build();
            }
        };
    }

    private static Optional<Query> inName(Concept concept) {
        SynonymQuery.Builder words = new SynonymQuery.Builder(Fields.NAME);
        boolean any = false;
        for (Alternative alternative : concept.alternatives()) {
            if (alternative.form() != Alternative.Form.CODE) {
                for (String term : alternative.terms()) {
                    words.addTerm(new Term(Fields.NAME, term), alternative.weight());
                    any = true;
                }
            }
        }
        return any ? Optional.of(new BoostQuery(words.build(), IN_NAME)) : Optional.empty();
    }

    private static void addRow(BooleanQuery.Builder query, List<String> row) {
        if (row.size() > 1) {
            query.add(new BoostQuery(phrase(Fields.NAME, row, SLOP), ROW_IN_NAME), Occur.SHOULD);
            query.add(new BoostQuery(phrase(Fields.TEXT, row, SLOP), ROW_IN_TEXT), Occur.SHOULD);
        }
    }

    private static Query phrase(String field, List<String> terms, int slop) {
        return new PhraseQuery(slop, field, terms.toArray(String[]::new));
    }
}
