package org.kith.directory.search.index;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.jspecify.annotations.Nullable;

/** Terms that were made already, as Lucene wants to be handed them. */
final class TermStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<Term> terms;
    private final @Nullable TermFrequencyAttribute weight;
    private int next;

    /** @param increment 0 where the term stands at the place of the one before */
    record Term(String text, int increment, int weight) {
        Term(String text, int increment) {
            this(text, increment, 1);
        }
    }

    private TermStream(List<Term> terms, boolean weighted) {
        this.terms = terms;
        this.weight = weighted ? addAttribute(TermFrequencyAttribute.class) : null;
    }

    static TermStream of(List<Term> terms) {
        return new TermStream(terms, false);
    }

    /** Terms whose places do not matter. */
    static TermStream present(Collection<String> terms) {
        return of(terms.stream().map(term -> new Term(term, 1)).toList());
    }

    /** With each term's weight as its frequency; such a field can have no positions. */
    static TermStream weighted(List<Term> terms) {
        return new TermStream(terms, true);
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (next == terms.size()) {
            return false;
        }
        Term current = terms.get(next++);
        term.append(current.text());
        increment.setPositionIncrement(current.increment());
        if (weight != null) {
            weight.setTermFrequency(current.weight());
        }
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
