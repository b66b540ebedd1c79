package org.kith.directory.hsds;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Places that nobody may learn, such as shelters: how a listing says so and what is left of a location then.
 *
 * <p>A telephone number stays. What could lead to the door goes: addresses, coordinates, ways to get there, registers of
 * buildings, the history of changes, and the street wherever a text repeats it.
 */
public final class Confidential {
    private static final String WITHHELD = "[address withheld]";
    /** Shorter ones would blank out ordinary words. */
    private static final int SHORTEST_STREET = 6;

    private Confidential() {}

    public static boolean isSaidBy(Collection<Attribute> attributes) {
        return attributes.stream().anyMatch(a -> Kith.says(a, "kith:feature", "confidential_location"));
    }

    public static Location mask(Location location) {
        return location.but(l -> {
            l.addresses = List.of();
            l.latitude = null;
            l.longitude = null;
            l.transportation = null;
            l.url = null;
            l.externalIdentifier = null;
            l.externalIdentifierType = null;
            l.metadata = List.of();
        });
    }

    /** The same house under another row has the same key. */
    public static @Nullable String addressKey(Location location) {
        return location.addresses().stream()
                .filter(a -> a.address1() != null && a.postalCode() != null)
                .map(a -> letters(a.address1()) + "|" + letters(a.postalCode()))
                .findFirst()
                .orElse(null);
    }

    /** What must not appear in any text of a document that mentions these locations. */
    public static Set<String> secrets(Collection<Location> confidential) {
        return confidential.stream()
                .flatMap(l -> Stream.concat(
                        l.addresses().stream().map(Address::address1),
                        Stream.of(l.latitude(), l.longitude())
                                .map(degrees -> degrees == null ? null : Double.toString(degrees))))
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(street -> street.length() >= SHORTEST_STREET)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public static String withhold(String text, Collection<String> secrets) {
        String result = text;
        for (String secret : secrets) {
            String words = Pattern.compile("[\\s,.]+")
                    .splitAsStream(secret)
                    .filter(w -> !w.isEmpty())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("[\\s,.]+"));
            result = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(result)
                    .replaceAll(WITHHELD);
        }
        return result;
    }

    private static String letters(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
