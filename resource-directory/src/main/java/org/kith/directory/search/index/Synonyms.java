package org.kith.directory.search.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.kith.contracts.Vocabulary;

/** What else a word or phrase means: from the reviewed file, and from the names and labels of the vocabulary. */
final class Synonyms {
    private static final float SAME = .9f;
    private static final float ALSO = .55f;
    private static final float CODE = .7f;
    private static final Synonyms STANDARD = load();

    private final Map<List<String>, List<Alternative>> byStems = new LinkedHashMap<>();
    private final Set<String> words = new TreeSet<>();
    private int longest = 1;

    static Synonyms standard() {
        return STANDARD;
    }

    /** Of these stems in a row; none where nothing is known. */
    List<Alternative> of(List<String> stems) {
        return byStems.getOrDefault(stems, List.of());
    }

    /** The single words that something is known of, as written. */
    Set<String> words() {
        return words;
    }

    /** All of several words: those that something is known of, and those that are meant by others. */
    Set<List<String>> phrases() {
        Set<List<String>> phrases = new LinkedHashSet<>();
        byStems.forEach((stems, alternatives) -> {
            phrases.add(stems);
            alternatives.stream()
                    .filter(alternative -> alternative.form() == Alternative.Form.PHRASE)
                    .forEach(alternative -> phrases.add(alternative.terms()));
        });
        phrases.removeIf(stems -> stems.size() < 2);
        return phrases;
    }

    /** The most words that a known phrase has. */
    int longest() {
        return longest;
    }

    private void read(String line) {
        String[] sides = line.split("=>", 2);
        List<String> same = phrases(sides[0]);
        List<Alternative> also = sides.length == 1
                ? List.of()
                : phrases(sides[1]).stream().map(Synonyms::also).toList();
        for (String phrase : same) {
            same.stream().filter(other -> !other.equals(phrase)).forEach(other -> add(phrase, phrase(other, SAME)));
            also.forEach(alternative -> add(phrase, alternative));
        }
    }

    private void add(String phrase, Alternative alternative) {
        List<Words.Token> tokens = tokens(phrase);
        List<String> stems = tokens.stream().map(Words.Token::stem).toList();
        if (stems.isEmpty() || stems.equals(alternative.terms())) {
            return;
        }
        if (tokens.size() == 1) {
            words.add(tokens.getFirst().surface());
        }
        longest = Math.max(longest, stems.size());
        List<Alternative> known = byStems.computeIfAbsent(stems, none -> new ArrayList<>());
        if (known.stream().noneMatch(one -> one.terms().equals(alternative.terms()))) {
            known.add(alternative);
        }
    }

    private static Alternative also(String written) {
        if (written.contains(":")) {
            String list = CodeWords.list(written);
            if (!Vocabulary.standard().has(list, written.substring(list.length() + 1))) {
                throw new IllegalStateException("synonyms.txt names no code of the vocabulary: " + written);
            }
            return Alternative.code(written, CODE);
        }
        return phrase(written, ALSO);
    }

    private static Alternative phrase(String written, float weight) {
        return Alternative.words(tokens(written), Alternative.Form.PHRASE, weight)
                .by(Alternative.By.SYNONYM);
    }

    private static List<String> phrases(String side) {
        return Arrays.stream(side.split(","))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    static List<Words.Token> tokens(String phrase) {
        return Words.chunks(phrase).stream()
                .flatMap(chunk -> chunk.parts().stream())
                .filter(token -> !Words.isStopWord(token.surface()))
                .toList();
    }

    private static Synonyms load() {
        Synonyms synonyms = new Synonyms();
        InputStream file = Objects.requireNonNull(Synonyms.class.getResourceAsStream("/search/synonyms.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(synonyms::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String list : CodeWords.searchedLists()) {
            for (String code : Vocabulary.standard().codes(list)) {
                for (String phrase : CodeWords.phrases(list, code)) {
                    synonyms.add(phrase, Alternative.code(list + ":" + code, CODE));
                }
            }
        }
        return synonyms;
    }
}
