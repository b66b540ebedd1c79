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

    /** How many of more words must be found. */
    private static final double SHARE = .6;

    private static final float PHRASE = .6f;
    private static final float APART = .6f;
    private static final float FILLER = .1f;
    private static final float IN_NAME = .25f;
    private static final float ROW_IN_NAME = 1.2f;
    private static final float EXACT_NAME = 12;
    private static final float ALL_FOUND = 2;
    private static final float OTHER_WAYS = .1f;
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
            if (required.contains(concept)) {
                inName(concept).ifPresent(name -> query.add(name, Occur.SHOULD));
            } else {
                query.add(new BoostQuery(anywhere(concept), FILLER), Occur.SHOULD);
            }
        }
        addRow(query, Concepts.inRow(concepts.all()));
        if (required.size() < concepts.all().size()) {
            // "my sister's place" is a name, of "food bank near me" two words are.
            addRow(query, Concepts.inRow(required));
        }
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

    /** What must be found, to count it: finds the same and ranks nothing. */
    static Query matching(Concepts concepts, boolean relaxed) {
        if (concepts.isEmpty()) {
            return new MatchNoDocsQuery("nothing but stop words");
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        concepts.phrases().forEach(phrase -> query.add(quoted(phrase), Occur.FILTER));
        addEnough(query, concepts.required().stream().map(WordQuery::present).toList(), relaxed, Occur.FILTER);
        return query.build();
    }

    private static void addRequired(BooleanQuery.Builder query, Concepts concepts, boolean relaxed) {
        concepts.phrases().forEach(phrase -> query.add(quoted(phrase), Occur.MUST));
        addEnough(query, concepts.required().stream().map(WordQuery::anywhere).toList(), relaxed, Occur.MUST);
        if (relaxed) {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            concepts.required().forEach(concept -> all.add(present(concept), Occur.FILTER));
            query.add(new BoostQuery(new ConstantScoreQuery(all.build()), ALL_FOUND), Occur.SHOULD);
        }
    }

    private static void addEnough(BooleanQuery.Builder query, List<Query> clauses, boolean relaxed, Occur occur) {
        int enough = relaxed ? Math.min(1, clauses.size()) : enough(clauses.size());
        if (enough == clauses.size()) {
            clauses.forEach(clause -> query.add(clause, occur));
        } else {
            BooleanQuery.Builder some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(enough);
            clauses.forEach(clause -> some.add(clause, Occur.SHOULD));
            query.add(some.build(), occur);
        }
    }

    private static int enough(int words) {
        return words <= ALL_OF ? words : Math.max(ALL_OF, (int) Math.ceil(words * SHARE));
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
                case PHRASE -> {
                    if (Phrases.standard().knows(alternative.terms())) {
                        words.addTerm(new Term(Fields.ALL, Phrases.term(alternative.terms())), alternative.weight());
                        singles++;
                    } else {
                        ways.add(new BoostQuery(literal(alternative), PHRASE * alternative.weight()));
                    }
                }
                case ALL_WORDS -> ways.add(new BoostQuery(literal(alternative), APART * alternative.weight()));
            }
        }
        if (singles > 0) {
            ways.addFirst(words.build());
        }
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, OTHER_WAYS);
    }

    /** The same as {@link #anywhere}, of single terms where that can be: those are counted in blocks. */
    private static Query present(Concept concept) {
        BooleanQuery.Builder ways = new BooleanQuery.Builder();
        concept.alternatives().forEach(alternative -> ways.add(literal(alternative), Occur.SHOULD));
        return concept.alternatives().size() == 1
                ? literal(concept.alternatives().getFirst())
                : ways.build();
    }

    /** As it stands, and not only what means the same. */
    private static Query quoted(Alternative alternative) {
        return alternative.form() == Alternative.Form.PHRASE
                ? phrase(Fields.TEXT, alternative.terms(), 0)
                : literal(alternative);
    }

    private static Query literal(Alternative alternative) {
        return switch (alternative.form()) {
            case WORD, CODE ->
                new TermQuery(new Term(Fields.ALL, alternative.terms().getFirst()));
            case PHRASE ->
                Phrases.standard().knows(alternative.terms())
                        ? new TermQuery(new Term(Fields.ALL, Phrases.term(alternative.terms())))
                        : phrase(Fields.TEXT, alternative.terms(), 0);
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
            switch (alternative.form()) {
                case WORD, PHRASE -> {
                    if (alternative.terms().size() == 1) {
                        words.addTerm(new Term(Fields.NAME, alternative.terms().getFirst()), alternative.weight());
                        any = true;
                    } else if (Phrases.standard().knows(alternative.terms())) {
                        words.addTerm(new Term(Fields.NAME, Phrases.term(alternative.terms())), alternative.weight());
                        any = true;
                    }
                }
                case ALL_WORDS, CODE -> {}
            }
        }
        return any ? Optional.of(new BoostQuery(words.build(), IN_NAME)) : Optional.empty();
    }

    private static void addRow(BooleanQuery.Builder query, List<String> row) {
        if (row.size() > 1) {
            query.add(new BoostQuery(phrase(Fields.NAME, row, SLOP), ROW_IN_NAME), Occur.SHOULD);
        }
    }

    private static Query phrase(String field, List<String> terms, int slop) {
        return new PhraseQuery(slop, field, terms.toArray(String[]::new));
    }
}
