package org.kith.directory.search.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The phrases that mean something here, such as "food pantry", found when a listing is indexed and kept as one term
 * each: to ask for one then costs as little as to ask for a word, where positions would have to be read and compared.
 */
final class Phrases {
    private static final char MARK = '~';
    private static final Phrases STANDARD = new Phrases(Synonyms.standard().phrases());

    private final Set<String> known = new HashSet<>();
    /** By first stem, how many words phrases have that begin so. */
    private final Map<String, List<Integer>> lengths = new HashMap<>();

    private Phrases(Set<List<String>> phrases) {
        for (List<String> phrase : phrases) {
            if (known.add(term(phrase))) {
                List<Integer> ofFirst = lengths.computeIfAbsent(phrase.getFirst(), none -> new ArrayList<>(2));
                if (!ofFirst.contains(phrase.size())) {
                    ofFirst.add(phrase.size());
                }
            }
        }
    }

    static Phrases standard() {
        return STANDARD;
    }

    boolean knows(List<String> stems) {
        return stems.size() > 1 && known.contains(term(stems));
    }

    static String term(List<String> stems) {
        return MARK + String.join(" ", stems);
    }

    /** @param stems of a text in their order, without stop words */
    List<String> in(List<String> stems) {
        List<String> found = new ArrayList<>();
        for (int at = 0; at + 1 < stems.size(); at++) {
            for (int length : lengths.getOrDefault(stems.get(at), List.of())) {
                if (at + length <= stems.size()) {
                    String term = term(stems.subList(at, at + length));
                    if (known.contains(term)) {
                        found.add(term);
                    }
                }
            }
        }
        return found;
    }
}
