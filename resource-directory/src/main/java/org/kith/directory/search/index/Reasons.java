package org.kith.directory.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Says for the hits of one segment where each thing that was asked for stands, best place first.
 *
 * <p>Asks the postings again, for a page only, instead of keeping texts and highlighting them.
 */
final class Reasons {
    private static final Source[] SOURCES = Source.values();

    private final LeafReader segment;
    private final int[] docs;
    private final List<List<Reason>> reasons;

    /** @param docs ascending, within the segment */
    private Reasons(LeafReader segment, int[] docs) {
        this.segment = segment;
        this.docs = docs;
        this.reasons = Arrays.stream(docs)
                .<List<Reason>>mapToObj(doc -> new ArrayList<>(4))
                .toList();
    }

    static List<List<Reason>> of(Concepts concepts, LeafReader segment, int[] docs) throws IOException {
        Reasons reasons = new Reasons(segment, docs);
        for (Alternative phrase : concepts.phrases()) {
            reasons.explain(new Concept(phrase.label(), List.of(phrase), false));
        }
        for (Concept concept : concepts.required()) {
            reasons.explain(concept);
        }
        return reasons.reasons;
    }

    private void explain(Concept concept) throws IOException {
        boolean[] explained = new boolean[docs.length];
        List<Alternative> words = concept.alternatives().stream()
                .filter(alternative -> alternative.form() != Alternative.Form.CODE)
                .toList();
        List<Alternative> codes = concept.alternatives().stream()
                .filter(alternative -> alternative.form() == Alternative.Form.CODE)
                .toList();
        int left = docs.length;
        for (Alternative word : words.subList(0, Math.min(1, words.size()))) {
            left -= inTexts(explained, word, concept, left);
        }
        // A code is a better reason than the words of its label, which are among the terms.
        for (Alternative code : left == 0 ? List.<Alternative>of() : codes) {
            String term = code.terms().getFirst();
            left -= explain(explained, List.of(term), Fields.CODE, Reason.of(CodeWords.list(term), code, concept));
        }
        for (Alternative word : left == 0 ? List.<Alternative>of() : words) {
            left -= inTexts(explained, word, concept, left);
        }
        for (Alternative word : left == 0 ? List.<Alternative>of() : words) {
            left -= in(Source.TERMS, explained, word, concept);
        }
    }

    private int inTexts(boolean[] explained, Alternative word, Concept concept, int left) throws IOException {
        int found = 0;
        for (int i = 0; i < SOURCES.length && found < left; i++) {
            found += SOURCES[i] == Source.TERMS ? 0 : in(SOURCES[i], explained, word, concept);
        }
        return found;
    }

    private int in(Source source, boolean[] explained, Alternative word, Concept concept) throws IOException {
        boolean asOne =
                word.form() == Alternative.Form.PHRASE && Phrases.standard().knows(word.terms());
        List<String> terms = asOne
                ? List.of(source.term(Phrases.term(word.terms())))
                : word.terms().stream().map(source::term).toList();
        return explain(explained, terms, Fields.WHY, Reason.of(source.field(), word, concept));
    }

    /** @return how many documents have now a reason that had none */
    private int explain(boolean[] explained, List<String> terms, String field, Reason reason) throws IOException {
        List<PostingsEnum> postings = postings(field, terms);
        int found = 0;
        if (postings != null) {
            for (int i = 0; i < docs.length; i++) {
                if (!explained[i] && allHold(postings, docs[i])) {
                    explained[i] = true;
                    if (!reasons.get(i).contains(reason)) {
                        reasons.get(i).add(reason);
                    }
                    found++;
                }
            }
        }
        return found;
    }

    private static boolean allHold(List<PostingsEnum> postings, int doc) throws IOException {
        boolean all = true;
        for (PostingsEnum posting : postings) {
            int at = posting.docID() < doc ? posting.advance(doc) : posting.docID();
            all &= at == doc && at != DocIdSetIterator.NO_MORE_DOCS;
        }
        return all;
    }

    private @Nullable List<PostingsEnum> postings(String field, List<String> texts) throws IOException {
        Terms terms = segment.terms(field);
        if (terms == null) {
            return null;
        }
        TermsEnum each = terms.iterator();
        List<PostingsEnum> postings = new ArrayList<>(texts.size());
        for (String text : texts) {
            if (!each.seekExact(new BytesRef(text))) {
                return null;
            }
            postings.add(each.postings(null, PostingsEnum.NONE));
        }
        return postings;
    }
}
