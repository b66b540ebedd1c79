package org.kith.contracts;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Who is addressed by which audiences: {@code role:mother} by mothers and parents; {@code
 * sexual_orientation:*+age_group:teen}, both together, by LGBTQ+ young people.
 */
record AudienceRule(List<IdentityFactor> all, List<String> audiences) {
    private static final String ANY = "*";

    static AudienceRule parse(String condition, List<String> audiences) {
        List<IdentityFactor> all = List.of(condition.split("\\+", -1)).stream()
                .map(part -> {
                    int colon = part.indexOf(':');
                    return new IdentityFactor(part.substring(0, colon), part.substring(colon + 1));
                })
                .toList();
        return new AudienceRule(all, audiences);
    }

    boolean holdsFor(Collection<IdentityFactor> stated) {
        return all.stream().allMatch(wanted -> stated.stream().anyMatch(factor -> matches(wanted, factor)));
    }

    private static boolean matches(IdentityFactor wanted, IdentityFactor stated) {
        if (!wanted.axis().equals(stated.axis())) {
            return false;
        }
        if (wanted.code().equals(ANY) || wanted.code().equals(stated.code())) {
            return true;
        }
        // A speaker of es-MX is addressed by what addresses speakers of es.
        return wanted.axis().equals(Vocabulary.LANGUAGE_AXIS)
                && wanted.code().equals(Locale.forLanguageTag(stated.code()).getLanguage());
    }
}
