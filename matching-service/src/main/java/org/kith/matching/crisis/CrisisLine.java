package org.kith.matching.crisis;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.matching.candidate.Candidate;

/**
 * One line of the table, or a fresh listing that stands for it.
 *
 * @param names in small letters and digits alone, by which a listing of the same line is known
 * @param speaksAny the caller's language does not matter: an emergency number, a directory of lines
 */
record CrisisLine(Role role, Set<String> names, boolean speaksAny, Candidate candidate) {
    private static final int SHORT_NUMBER = 6;

    enum Role {
        /** Always in its country's block. */
        DEFAULT,
        EMERGENCY,
        FINDER,
        LINE
    }

    static CrisisLine listed(Candidate listing) {
        return new CrisisLine(Role.LINE, Set.of(plain(listing.name())), false, listing);
    }

    CrisisLine heldBy(Candidate listing) {
        return new CrisisLine(role, names, speaksAny, listing);
    }

    /** The same name, or the same full number; short numbers are shared by several lines. */
    boolean isSameAs(Candidate listing) {
        return names.contains(plain(listing.name()))
                || numbers(candidate).stream().anyMatch(numbers(listing)::contains);
    }

    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    private static List<String> numbers(Candidate candidate) {
        return candidate.contact().phones().stream()
                .map(phone -> phone.number().replaceAll("[^0-9]", "").replaceFirst("^1(?=\\d{10}$)", ""))
                .filter(digits -> digits.length() > SHORT_NUMBER)
                .collect(Collectors.toList());
    }
}
