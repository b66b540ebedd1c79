package org.kith.directory.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/** Finds the words of the index that somebody may have meant. */
final class Spelling {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_FOR_TWO_EDITS = 8;
    private static final int LONGEST_TO_SPLIT = 30;
    private static final int MOST = 3;
    private static final float WEIGHT = .8f;

    private final IndexReader reader;

    Spelling(IndexReader reader) {
        this.reader = reader;
    }

    boolean isKnown(Words.Token token) throws IOException {
        return reader.docFreq(new Term(Fields.ALL, token.stem())) > 0;
    }

    /** Nearest first, then the more frequent; none for a number or a very short word. */
    List<Alternative> corrections(String surface) throws IOException {
        if (surface.length() < SHORTEST || surface.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        int edits = surface.length() < SHORTEST_FOR_TWO_EDITS ? 1 : 2;
        List<Candidate> candidates = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(reader, Fields.SPELLING);
        if (terms != null) {
            addFromIndex(candidates, terms, surface, edits);
        }
        addFromSynonyms(candidates, surface, edits);
        candidates.sort(Comparator.comparingDouble(Candidate::likeness)
                .thenComparingInt(Candidate::frequency)
                .reversed());
        return candidates.stream()
                .limit(MOST)
                .map(word -> Alternative.word(
                                new Words.Token(word.text(), Words.stem(word.text())), WEIGHT * word.likeness())
                        .by(Alternative.By.SPELLING))
                .toList();
    }

    private static void addFromIndex(List<Candidate> candidates, Terms terms, String surface, int edits)
            throws IOException {
        FuzzyTermsEnum near = new FuzzyTermsEnum(terms, new Term(Fields.SPELLING, surface), edits, 1, true);
        BoostAttribute likeness = near.attributes().addAttribute(BoostAttribute.class);
        for (BytesRef word = near.next(); word != null; word = near.next()) {
            candidates.add(new Candidate(word.utf8ToString(), likeness.getBoost(), near.docFreq()));
        }
    }

    /** No listing may say "attorney", and yet the word has a meaning here. */
    private static void addFromSynonyms(List<Candidate> candidates, String surface, int edits) {
        CompiledAutomaton near = FuzzyQuery.getFuzzyAutomaton(surface, edits, 1, true);
        for (String word : Synonyms.standard().words()) {
            if (isNear(near, word)
                    && candidates.stream().noneMatch(known -> known.text().equals(word))) {
                candidates.add(new Candidate(word, 1 - (float) edits / surface.length(), 0));
            }
        }
    }

    private static boolean isNear(CompiledAutomaton near, String word) {
        BytesRef bytes = new BytesRef(word);
        return near.runAutomaton != null && near.runAutomaton.run(bytes.bytes, bytes.offset, bytes.length);
    }

    /** {@code foodbank} where the index knows food and bank; empty where it does not. */
    List<Words.Token> split(String surface) throws IOException {
        if (surface.length() > LONGEST_TO_SPLIT) {
            return List.of();
        }
        for (int at = 3; at <= surface.length() - 3; at++) {
            Words.Token left = token(surface.substring(0, at));
            Words.Token right = token(surface.substring(at));
            if (isKnown(left) && isKnown(right)) {
                return List.of(left, right);
            }
        }
        return List.of();
    }

    private static Words.Token token(String surface) {
        return new Words.Token(surface, Words.stem(surface));
    }

    private record Candidate(String text, float likeness, int frequency) {}
}
