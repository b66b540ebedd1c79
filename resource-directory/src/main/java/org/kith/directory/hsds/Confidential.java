package org.kith.directory.hsds;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Places that nobody may learn, such as shelters: how a listing says so and what is left of a location then.
 *
 * <p>A telephone number stays. What could lead to the door goes: addresses, coordinates, ways to get there, registers of
 * buildings, the history of changes, and the street wherever a text repeats it.
 */
public final class Confidential {
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
    public static Secrets secrets(Collection<Location> confidential) {
        return Secrets.of(confidential);
    }

    private static String letters(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
