package org.kith.matching.match;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The forms of {@code avoid} and {@code prefer_not}. */
final class AvoidCheck {
    private static final List<String> WORDS =
            List.of("faith_based", "religious_content", "twelve_step", "not_lgbtq_affirming");

    /** What may follow a prefix: the vocabulary's list of its codes. */
    private static final Map<String, String> PREFIXES = Map.of(
            "faith_based", "faith_tradition",
            "activity", "approach",
            "audience", "audience",
            "kind", "kind",
            "requires", "requires");

    static final String SMALL_LOCAL_COMMUNITY = "small_local_community";

    private AvoidCheck() {}

    static void check(String pointer, @Nullable List<String> expressions, int most, Findings found) {
        found.size(pointer, expressions, most);
        found.each(pointer, expressions, (at, expression) -> check(at, expression, found));
    }

    private static void check(String at, String expression, Findings found) {
        if (WORDS.contains(expression)) {
            return;
        }
        int colon = expression.indexOf(':');
        String prefix = colon < 0 ? "" : expression.substring(0, colon);
        String rest = expression.substring(colon + 1);
        if (prefix.equals("org") || prefix.equals("resource")) {
            found.matches(at, rest, AvoidCheck::isId, "Expected " + prefix + ":<UUID>.");
            return;
        }
        String list = PREFIXES.get(prefix);
        if (list == null) {
            found.unknown(at, WORDS);
        } else if (!found.vocabulary().has(list, rest)
                && !(prefix.equals("audience") && rest.equals(SMALL_LOCAL_COMMUNITY))) {
            found.unknown(at, found.vocabulary().nearest(list, rest), code -> prefix + ':' + code);
        }
    }

    static boolean isId(String text) {
        try {
            return text.length() == 36 && UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }
}
