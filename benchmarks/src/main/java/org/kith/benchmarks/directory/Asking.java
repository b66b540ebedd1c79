package org.kith.benchmarks.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What somebody might look for in a {@link GeneratedDirectory}: words that are in it, as often as they are. */
public final class Asking {
    private final Chance chance;

    public Asking(long seed, int number) {
        chance = new Chance(seed, 1_000_000_007L + number);
    }

    /** One to three words or names; one in twenty with a slip of the finger. */
    public String words() {
        KindProfile profile = KindProfile.any(chance);
        String need = chance.zipf(profile.needs()).replace('_', ' ');
        String title = chance.zipf(profile.titles()).toLowerCase(Locale.ROOT);
        String words = switch (chance.between(0, 6)) {
            case 0 -> need;
            case 1 -> title;
            case 2 -> need + " " + chance.zipf(Lexicon.standard().words("nouns"));
            case 3 -> chance.zipf(Lexicon.standard().properNames()) + " " + title;
            case 4 -> title + " " + Geography.standard().anywhere(chance).name();
            case 5 ->
                chance.zipf(Lexicon.standard().words("nouns")) + " "
                        + chance.zipf(Lexicon.standard().words("adjectives"));
            default -> chance.oneOf(Lexicon.standard().words("nouns"));
        };
        return chance.of(.05) ? slipped(words) : words;
    }

    private String slipped(String words) {
        if (words.length() < 5) {
            return words;
        }
        int at = chance.between(2, words.length() - 2);
        return words.substring(0, at) + words.substring(at + 1);
    }

    /** Latitude and longitude of somebody's home. */
    public double[] home() {
        Town town = Geography.standard().anywhere(chance);
        return new double[] {round(chance.around(town.latitude(), .03)), round(chance.around(town.longitude(), .03))};
    }

    public double radiusKm() {
        return chance.oneOf(5.0, 10.0, 25.0, 50.0);
    }

    /** Codes by list, two or three of them. */
    public Map<String, String> codes() {
        KindProfile profile = KindProfile.any(chance);
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("kind", profile.kind());
        codes.put("need", chance.zipf(profile.needs()));
        List<String> features = new ArrayList<>(profile.features());
        if (chance.of(.5)) {
            codes.put("feature", chance.zipf(features));
        }
        return codes;
    }

    public int age() {
        return chance.between(10, 90);
    }

    public boolean sometimes(double share) {
        return chance.of(share);
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e4) / 1e4;
    }
}
