package org.kith.directory.hsds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which people write where a confidential place is: its street with or without number and kind, its postal
 * code, its coordinates more or less exactly, in prose and in the URLs of maps.
 */
public final class Secrets {
    private static final String WITHHELD = "[address withheld]";
    /** Shorter ones would blank out ordinary words. */
    private static final int SHORTEST_STREET = 6;

    private static final int SHORTEST_POSTAL_CODE = 4;
    /** About a hundred metres. */
    private static final int TELLING_DIGITS = 3;

    private static final Pattern WORDS = Pattern.compile("[\\s,.]+");
    private static final String NO_WORD_AFTER = "(?![\\p{L}\\p{N}])";
    private static final String BETWEEN_WORDS = "(?:[\\s,.+_-]|%20|%2C|\\\\n)+";
    /** Words that a street has in common with many. */
    private static final Set<String> KINDS = Set.of(
            "street",
            "st",
            "avenue",
            "ave",
            "av",
            "road",
            "rd",
            "lane",
            "ln",
            "drive",
            "dr",
            "court",
            "ct",
            "place",
            "pl",
            "boulevard",
            "blvd",
            "way",
            "terrace",
            "ter",
            "circle",
            "cir",
            "highway",
            "hwy",
            "parkway",
            "pkwy",
            "square",
            "sq",
            "close",
            "crescent",
            "alley",
            "row",
            "north",
            "south",
            "east",
            "west",
            "n",
            "s",
            "e",
            "w",
            "the");
    /** Where an address is an address, and another house of the same street may stand. */
    private static final Set<String> ADDRESS_FIELDS =
            Set.of("address_1", "address_2", "city", "postal_code", "region", "state_province", "attention");
    /** A point on the map, also one that we do not know to be that of the place. */
    private static final Pattern POINT = Pattern.compile(
            "(?<![\\d.])-?\\d{1,3}\\.\\d{3,}(?:[\\s,;/]|%2C)+-?\\d{1,3}\\.\\d{3,}(?![\\d.])", Pattern.CASE_INSENSITIVE);

    private static final Secrets NONE = new Secrets(true, List.of(), List.of(), List.of());

    private final boolean isEmpty;
    private final List<Pattern> everywhere;
    private final List<Pattern> inProse;
    private final List<Pattern> postalCodes;

    private Secrets(boolean isEmpty, List<Pattern> everywhere, List<Pattern> inProse, List<Pattern> postalCodes) {
        this.isEmpty = isEmpty;
        this.everywhere = everywhere;
        this.inProse = inProse;
        this.postalCodes = postalCodes;
    }

    static Secrets of(Collection<Location> confidential) {
        if (confidential.isEmpty()) {
            return NONE;
        }
        Set<String> everywhere = new LinkedHashSet<>();
        Set<String> inProse = new LinkedHashSet<>();
        Set<String> postalCodes = new LinkedHashSet<>();
        for (Location location : confidential) {
            for (Address address : location.addresses()) {
                addStreet(address.address1(), everywhere, inProse);
                String code =
                        address.postalCode() == null ? "" : address.postalCode().strip();
                if (code.length() >= SHORTEST_POSTAL_CODE) {
                    postalCodes.add(word(join(List.of(WORDS.split(code)), "\\s*")));
                }
            }
            addDegrees(location.latitude(), everywhere);
            addDegrees(location.longitude(), everywhere);
        }
        return new Secrets(false, patterns(everywhere), patterns(inProse), patterns(postalCodes));
    }

    /**
     * The text without them.
     *
     * @param field the name of the field that it stands in
     */
    public String withhold(String text, String field) {
        String result = without(text, everywhere);
        if (!ADDRESS_FIELDS.contains(field)) {
            result = without(without(result, inProse), postalCodes);
            result = isEmpty ? result : POINT.matcher(result).replaceAll(WITHHELD);
        }
        return result;
    }

    private static String without(String text, List<Pattern> patterns) {
        String result = text;
        for (Pattern pattern : patterns) {
            result = pattern.matcher(result).replaceAll(WITHHELD);
        }
        return result;
    }

    private static void addStreet(@Nullable String street, Set<String> everywhere, Set<String> inProse) {
        if (street == null || street.strip().length() < SHORTEST_STREET) {
            return;
        }
        List<String> words = Arrays.stream(WORDS.split(street.strip()))
                .filter(w -> !w.isEmpty())
                .toList();
        // In a URL something like %20 may stand in front.
        everywhere.add(join(words, BETWEEN_WORDS) + NO_WORD_AFTER);
        boolean numbered = words.getFirst().matches("\\d+\\p{L}?");
        List<String> name = numbered ? words.subList(1, words.size()) : words;
        if (name.size() > 1 && isKind(name.getLast())) {
            List<String> withoutKind = name.subList(0, name.size() - 1);
            if (numbered && isTelling(withoutKind)) {
                // Another way to write its kind, or none.
                everywhere.add(word(join(words.subList(0, words.size() - 1), BETWEEN_WORDS)));
            }
            if (isTelling(withoutKind)) {
                inProse.add(word(join(withoutKind, BETWEEN_WORDS) + BETWEEN_WORDS + "(?:"
                        + Pattern.quote(name.getLast()) + ")"));
            }
        } else if (name.size() > 1 && isTelling(name)) {
            inProse.add(word(join(name, BETWEEN_WORDS)));
        }
    }

    private static void addDegrees(@Nullable Double degrees, Set<String> everywhere) {
        if (degrees == null || degrees == 0) {
            return;
        }
        BigDecimal exact = BigDecimal.valueOf(Math.abs(degrees));
        for (RoundingMode mode : List.of(RoundingMode.DOWN, RoundingMode.HALF_UP)) {
            String digits = exact.setScale(TELLING_DIGITS, mode).toPlainString();
            everywhere.add("(?<![\\d.])-?" + Pattern.quote(digits) + "\\d*");
        }
    }

    private static boolean isKind(String word) {
        return KINDS.contains(word.toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean isTelling(List<String> words) {
        return words.stream().anyMatch(word -> !isKind(word))
                && String.join(" ", words).length() > 3;
    }

    private static String join(List<String> words, String between) {
        return words.stream().map(Pattern::quote).collect(Collectors.joining(between));
    }

    private static String word(String pattern) {
        return "(?<![\\p{L}\\p{N}])" + pattern + NO_WORD_AFTER;
    }

    private static List<Pattern> patterns(Set<String> texts) {
        return texts.stream()
                .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }
}
