package org.kith.benchmarks.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The words that texts are made of, ranked: each list begins with what is said most. */
final class Lexicon {
    private static final int NAMES = 30_000;
    private static final List<String> BEGINNINGS = List.of(
            "Har", "Mar", "Ash", "Bel", "Car", "Dan", "El", "Far", "Gar", "Hol", "Jen", "Kar", "Lan", "Mil", "Nor",
            "Os", "Pem", "Rad", "Sal", "Tal", "Wes", "Yar", "Bran", "Clay", "Dor", "Ever", "Fen", "Glen", "Hart",
            "Kings", "Lock", "Mont", "New", "Oak", "Penn", "Quin", "Rose", "Stan", "Thorn", "Win", "Al", "Ber", "Cor",
            "Dela");
    private static final List<String> MIDDLES =
            List.of("", "", "", "i", "er", "en", "an", "ing", "es", "o", "ar", "el", "in", "on", "ette", "ali", "ora");
    private static final List<String> ENDINGS = List.of(
            "ton", "ville", "field", "ford", "wood", "berg", "man", "son", "ley", "land", "mont", "dale", "more",
            "worth", "burg", "well", "by", "stead", "brook", "view", "ez", "ski", "ham", "den", "ster", "low", "ridge",
            "port");
    private static final Lexicon STANDARD = new Lexicon();

    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private final List<String> names;

    private Lexicon() {
        try (InputStream file = Objects.requireNonNull(Lexicon.class.getResourceAsStream("lexicon.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<String> list = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    list = new ArrayList<>();
                    lists.put(line.substring(1, line.indexOf(']')), list);
                } else if (!line.startsWith("#")) {
                    list.addAll(List.of(line.split(" ", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lists.replaceAll((name, words) -> List.copyOf(new LinkedHashSet<>(words)));
        names = names();
    }

    static Lexicon standard() {
        return STANDARD;
    }

    /** @param list {@code nouns}, {@code verbs}, {@code adjectives}, {@code places} or {@code streets} */
    List<String> words(String list) {
        return Objects.requireNonNull(lists.get(list), list);
    }

    /** Names of families, towns and foundations: the long tail that every real vocabulary has. */
    List<String> properNames() {
        return names;
    }

    private static List<String> names() {
        Set<String> made = new LinkedHashSet<>();
        // The same names whatever the seed of a directory is, so that queries can be made without one.
        Chance chance = new Chance(7, 7);
        while (made.size() < NAMES) {
            String middle = chance.oneOf(MIDDLES) + (made.size() > 5_000 ? chance.oneOf(MIDDLES) : "");
            made.add(chance.oneOf(BEGINNINGS) + middle + chance.oneOf(ENDINGS));
        }
        return List.copyOf(made);
    }
}
