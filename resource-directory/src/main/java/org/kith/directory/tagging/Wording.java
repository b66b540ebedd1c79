package org.kith.directory.tagging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a listing says of itself, as far as rules read it. */
public record Wording(
        @Nullable String name,
        @Nullable String alternateName,
        @Nullable String description,
        @Nullable String eligibility,
        @Nullable String fees,
        @Nullable String application,
        @Nullable String organization,
        List<Term> terms) {
    public Wording {
        terms = List.copyOf(terms);
    }

    /** A term of the source's own taxonomy that the listing carries. */
    public record Term(
            @Nullable String taxonomy,
            @Nullable String code,
            @Nullable String name) {}
}
