package org.kith.directory.imports.repair;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was wrong with a row, as the report tells it.
 *
 * @param field the column, or a path inside a JSON document such as {@code phones/0/number}
 * @param code stable, for programs
 * @param message for people
 * @param original what the source said
 * @param now what was stored instead; absent when nothing was
 */
public record Problem(
        @Nullable String field,
        String code,
        String message,
        @Nullable String original,
        @Nullable String now) {

    private static final int LONGEST_QUOTE = 500;

    public Problem {
        original = shortened(original);
        now = shortened(now);
    }

    /** The report quotes enough to find the place again, not whole pages. */
    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
