package org.kith.web;

import org.jspecify.annotations.Nullable;

/** The parameter {@code limit} of a list. */
public final class PageSize {
    private PageSize() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where it is no number, or too large */
    public static int of(@Nullable String limit, int standard, int largest) {
        if (limit == null || limit.isBlank()) {
            return standard;
        }
        if (!limit.matches("\\d{1,6}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > largest) {
            throw Problems.malformed(
                    new FieldError("limit", "out-of-range", "Expected a whole number from 1 to " + largest + "."));
        }
        return Integer.parseInt(limit);
    }
}
