package org.kith.directory.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words of a listing in their order, as numbers, and the phrases that were found in them. */
final class Reading {
    /** Words of a listing that are read: whoever writes more says the rest in vain, and costs no more. */
    private static final int LONGEST = 3_000;

    private final PhraseTree tree;
    private int[][] known = new int[256][];
    private byte[] field = new byte[256];
    private int[] sentence = new int[256];
    private int[] from = new int[256];
    private int[] to = new int[256];
    private int[] source = new int[256];
    private int size;
    private int sentences;
    private final List<String> sources = new ArrayList<>();
    private final List<Hit> hits = new ArrayList<>();

    Reading(PhraseTree tree) {
        this.tree = tree;
    }

    /**
     * A phrase that was found.
     *
     * @param start its first word
     * @param end after its last word
     */
    record Hit(int phrase, int start, int end) {
        boolean covers(Hit other) {
            return start <= other.start && other.end <= end && end - start > other.end - other.start;
        }
    }

    private static final WordField[] FIELDS = WordField.values();

    /** @return the number of a text, of which words are added next */
    int source(String text) {
        sources.add(text);
        return sources.size() - 1;
    }

    void word(String word, WordField in, int text, int start, int end) {
        if (size == LONGEST) {
            return;
        }
        if (size == known.length) {
            grow();
        }
        known[size] = tree.known(word);
        field[size] = (byte) in.ordinal();
        sentence[size] = sentences;
        from[size] = start;
        to[size] = end;
        source[size++] = text;
    }

    /** No phrase goes on past here. */
    void stop() {
        sentences++;
    }

    private void grow() {
        int twice = size * 2;
        known = Arrays.copyOf(known, twice);
        field = Arrays.copyOf(field, twice);
        sentence = Arrays.copyOf(sentence, twice);
        from = Arrays.copyOf(from, twice);
        to = Arrays.copyOf(to, twice);
        source = Arrays.copyOf(source, twice);
    }

    List<Hit> find() {
        for (int start = 0; start < size; start++) {
            follow(tree.root(), start, start);
        }
        return hits;
    }

    private void follow(PhraseTree.Node node, int start, int at) {
        if (at == size || sentence[at] != sentence[start]) {
            return;
        }
        for (int word : known[at]) {
            PhraseTree.Node next = node.next(word);
            if (next == PhraseTree.END) {
                continue;
            }
            if (next.phrase() >= 0) {
                hits.add(new Hit(next.phrase(), start, at + 1));
            }
            follow(next, start, at + 1);
        }
    }

    WordField field(Hit hit) {
        return FIELDS[field[hit.start()]];
    }

    boolean isSameSentence(Hit one, Hit other) {
        return sentence[one.start()] == sentence[other.start()];
    }

    String text(Hit hit) {
        return sources.get(source[hit.start()]);
    }

    int from(Hit hit) {
        return from[hit.start()];
    }

    int to(Hit hit) {
        return to[hit.end() - 1];
    }
}
