package org.kith.directory.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;

/**
 * What the typed words ask for.
 *
 * @param phrases what stood in quotation marks and must be found as it stands
 */
record Concepts(List<Concept> all, List<Alternative> phrases) {
    private static final int MOST_WORDS = 24;
    private static final float JOINED = .9f;
    private static final float SPLIT = .8f;
    private static final Pattern QUOTED = Pattern.compile("[\"\u201c\u201d]([^\"\u201c\u201d]+)[\"\u201c\u201d]");

    /** What people wrap a question in. */
    private static final Set<String> FILLERS = Set.of(
            "i",
            "me",
            "my",
            "am",
            "im",
            "we",
            "our",
            "you",
            "your",
            "need",
            "needs",
            "want",
            "wants",
            "looking",
            "find",
            "get",
            "help",
            "please",
            "near",
            "where",
            "can",
            "how",
            "do",
            "does",
            "what",
            "who",
            "have",
            "has",
            "some",
            "someone",
            "somewhere",
            "any",
            "about",
            "around",
            "like",
            "there",
            "free",
            "people",
            "person",
            "service",
            "services",
            "meeting",
            "meetings",
            "resource",
            "resources",
            "place",
            "places",
            "local",
            "best",
            "good",
            "who's",
            "than",
            "too",
            "being",
            "been",
            "was",
            "were",
            "will",
            "would",
            "should",
            "could",
            "if",
            "when",
            "so",
            "very",
            "just",
            "really",
            "they",
            "them",
            "he",
            "she",
            "his",
            "her",
            "him",
            "somebody",
            "anybody",
            "anyone",
            "something",
            "ayuda",
            "con",
            "de",
            "del",
            "el",
            "en",
            "la",
            "las",
            "los",
            "mi",
            "para",
            "por",
            "un",
            "una",
            "y");

    static Concepts of(String words, IndexReader reader) throws IOException {
        List<Alternative> phrases = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        Matcher quoted = QUOTED.matcher(words);
        while (quoted.find()) {
            List<Words.Token> tokens = Synonyms.tokens(quoted.group(1));
            if (!tokens.isEmpty()) {
                phrases.add(Alternative.words(tokens, Alternative.Form.PHRASE, 1));
            }
            quoted.appendReplacement(rest, " ");
        }
        quoted.appendTail(rest);
        List<Words.Chunk> chunks = Words.chunks(rest.toString()).stream()
                .filter(chunk -> chunk.joined() != null
                        || chunk.parts().stream().anyMatch(part -> !Words.isStopWord(part.surface())))
                .limit(MOST_WORDS)
                .toList();
        return new Concepts(apart(concepts(chunks, new Spelling(reader))), List.copyOf(phrases));
    }

    boolean isEmpty() {
        return all.isEmpty() && phrases.isEmpty();
    }

    List<Concept> required() {
        List<Concept> required =
                all.stream().filter(concept -> !concept.isFiller()).toList();
        return required.isEmpty() ? all : required;
    }

    /** The stems that were most likely meant, in a row. */
    static List<String> inRow(List<Concept> concepts) {
        return concepts.stream()
                .flatMap(concept -> concept.alternatives().getFirst().terms().stream())
                .toList();
    }

    /** Of "homeless shelter", a shelter alone must not answer both words, although it is a synonym of the first. */
    private static List<Concept> apart(List<Concept> concepts) {
        Set<List<String>> asked = concepts.stream()
                .map(concept -> concept.alternatives().getFirst().terms())
                .collect(Collectors.toSet());
        return concepts.stream()
                .map(concept -> new Concept(
                        concept.typed(),
                        concept.alternatives().stream()
                                .filter(alternative ->
                                        alternative == concept.alternatives().getFirst()
                                                || !asked.contains(alternative.terms()))
                                .toList(),
                        concept.isFiller()))
                .toList();
    }

    private static List<Concept> concepts(List<Words.Chunk> chunks, Spelling spelling) throws IOException {
        List<Concept> concepts = new ArrayList<>();
        for (int at = 0; at < chunks.size(); ) {
            int length = knownPhrase(chunks, at);
            if (length > 1) {
                List<Words.Token> parts = known(chunks.subList(at, at + length));
                List<Alternative> alternatives = new ArrayList<>();
                alternatives.add(Alternative.words(parts, Alternative.Form.PHRASE, 1));
                alternatives.add(Alternative.words(parts, Alternative.Form.ALL_WORDS, 1));
                alternatives.addAll(Synonyms.standard().of(stems(parts)));
                concepts.add(new Concept(typed(chunks.subList(at, at + length)), alternatives, false));
            } else {
                concepts.add(single(chunks, at, spelling));
            }
            at += length;
        }
        return concepts;
    }

    private static Concept single(List<Words.Chunk> chunks, int at, Spelling spelling) throws IOException {
        Words.Chunk chunk = chunks.get(at);
        Words.Token joined = chunk.joined();
        List<Alternative> alternatives = new ArrayList<>();
        List<Words.Token> parts = parts(List.of(chunk));
        if (parts.size() > 1
                && (joined == null
                        || parts.stream().anyMatch(part -> part.surface().length() > 1))) {
            alternatives.add(Alternative.words(parts, Alternative.Form.PHRASE, 1));
        } else if (joined == null) {
            alternatives.add(Alternative.word(parts.getFirst(), 1));
        }
        if (joined != null) {
            alternatives.add(Alternative.word(joined, alternatives.isEmpty() ? 1 : JOINED));
            alternatives.addAll(Synonyms.standard().of(List.of(joined.stem())));
        }
        alternatives.addAll(Synonyms.standard().of(stems(parts)));
        Words.Token word = joined == null ? parts.getFirst() : joined;
        if (!spelling.isKnown(word) && parts.size() == 1) {
            List<Alternative> meant = meant(word, spelling);
            List<Words.Token> split = spelling.split(word.surface());
            if (!split.isEmpty()) {
                meant.addFirst(
                        Alternative.words(split, Alternative.Form.PHRASE, SPLIT).by(Alternative.By.SPELLING));
            }
            if (!meant.isEmpty()) {
                // Nothing holds the word as typed.
                alternatives.removeFirst();
                alternatives.addAll(0, meant);
            }
        }
        addJoinedWithNext(alternatives, chunks, at, spelling);
        boolean filler = parts.size() == 1 && FILLERS.contains(word.surface());
        return new Concept(typed(List.of(chunk)), alternatives, filler);
    }

    private static List<Alternative> meant(Words.Token word, Spelling spelling) throws IOException {
        List<Alternative> meant = new ArrayList<>(spelling.corrections(word.surface()));
        if (!meant.isEmpty()) {
            Alternative best = meant.getFirst();
            for (Alternative synonym : Synonyms.standard().of(best.terms())) {
                meant.add(synonym.times(best.weight()));
            }
        }
        return meant;
    }

    /** "food bank" also finds the foodbank. */
    private static void addJoinedWithNext(
            List<Alternative> alternatives, List<Words.Chunk> chunks, int at, Spelling spelling) throws IOException {
        if (at + 1 < chunks.size() && chunks.get(at).joined() == null) {
            String surface = chunks.get(at).parts().getFirst().surface()
                    + chunks.get(at + 1).parts().getFirst().surface();
            Words.Token joined = new Words.Token(surface, Words.stem(surface));
            if (spelling.isKnown(joined)) {
                alternatives.add(Alternative.word(joined, SPLIT));
            }
        }
    }

    private static int knownPhrase(List<Words.Chunk> chunks, int at) {
        int most = Math.min(Synonyms.standard().longest(), chunks.size() - at);
        for (int length = most; length > 1; length--) {
            if (!Synonyms.standard()
                    .of(stems(known(chunks.subList(at, at + length))))
                    .isEmpty()) {
                return length;
            }
        }
        return 1;
    }

    /** "Shelter for families" is the family shelter that is known. */
    private static List<Words.Token> known(List<Words.Chunk> chunks) {
        List<Words.Token> parts = parts(chunks);
        boolean swapped = parts.size() == 2
                && Synonyms.standard().of(stems(parts)).isEmpty()
                && !Synonyms.standard().of(stems(parts.reversed())).isEmpty();
        return swapped ? parts.reversed() : parts;
    }

    private static List<Words.Token> parts(List<Words.Chunk> chunks) {
        List<Words.Token> parts =
                chunks.stream().flatMap(chunk -> chunk.parts().stream()).toList();
        List<Words.Token> telling =
                parts.stream().filter(part -> !Words.isStopWord(part.surface())).toList();
        return telling.isEmpty() ? parts : telling;
    }

    private static String typed(List<Words.Chunk> chunks) {
        return chunks.stream()
                .flatMap(chunk -> chunk.parts().stream())
                .map(Words.Token::surface)
                .collect(Collectors.joining(" "));
    }

    private static List<String> stems(List<Words.Token> tokens) {
        return tokens.stream().map(Words.Token::stem).toList();
    }
}
