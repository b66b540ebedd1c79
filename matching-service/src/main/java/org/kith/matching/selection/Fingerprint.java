package org.kith.matching.selection;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.OrganizationRef;
import org.kith.matching.code.Kind;

/** What two entries of one and the same offer have in common: name, kind, who runs it, and about where. */
record Fingerprint(String name, @Nullable Kind kind, String organization, List<String> places) {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Fingerprint of(Candidate listing) {
        OrganizationRef organization = listing.organization();
        return new Fingerprint(
                plain(listing.name()),
                listing.offer().kind(),
                organization == null ? "" : plain(organization.name()),
                listing.whereabouts().places().stream()
                        .map(place -> StrictMath.round(place.latitude() * 100) + ","
                                + StrictMath.round(place.longitude() * 100))
                        .sorted()
                        .toList());
    }

    private static String plain(String text) {
        return NOT_A_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
