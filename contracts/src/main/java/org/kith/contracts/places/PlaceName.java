package org.kith.contracts.places;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody wrote for a place, taken apart.
 *
 * @param name folded, so that "St. Paul", "SAINT PAUL" and "Saint-Paul" are the same
 * @param where what stood behind a comma, or a state behind the name; empty where nothing did
 */
record PlaceName(String name, String where) {
    private static final Map<String, String> SHORT =
            Map.of("st", "saint", "ste", "sainte", "ft", "fort", "mt", "mount", "twp", "township", "co", "county");

    /** {@code Larkspur}, {@code Larkspur, MD}, {@code larkspur md} and {@code Larkspur, Maryland, USA}. */
    static PlaceName of(String written) {
        String[] parts = written.split(",", 2);
        String name = folded(parts[0]);
        if (parts.length == 2) {
            return new PlaceName(name, where(parts[1]));
        }
        // Two words of a state's name ("new york") before one.
        for (int words = 2; words >= 1; words--) {
            int at = beforeLast(name, words);
            if (at > 0 && Regions.isState(name.substring(at + 1))) {
                return new PlaceName(name.substring(0, at), Regions.code(name.substring(at + 1)));
            }
        }
        return new PlaceName(name, "");
    }

    PlaceName alone() {
        return new PlaceName(where.isEmpty() ? name : name + " " + where.toLowerCase(Locale.ROOT), "");
    }

    static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String[] words = plain.toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .split(" ");
        for (int i = 0; i < words.length; i++) {
            // The first word of St. Louis and the last of Baltimore Co.; "Co" alone is none.
            words[i] = words.length > 1 ? SHORT.getOrDefault(words[i], words[i]) : words[i];
        }
        return String.join(" ", words);
    }

    private static String where(String written) {
        String[] parts = written.split(",");
        String first = Regions.code(parts[0]);
        return first.isEmpty() && parts.length > 1 ? Regions.code(parts[1]) : first;
    }

    private static int beforeLast(String name, int words) {
        int at = name.length();
        for (int i = 0; i < words && at > 0; i++) {
            at = name.lastIndexOf(' ', at - 1);
        }
        return at;
    }
}
