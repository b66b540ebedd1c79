package org.kith.directory.search.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a listing was found.
 *
 * @param field of HSDS, or the vocabulary list of a code
 * @param match the word that was found there, or the code's label
 * @param typed what was asked for, where something else was found for it
 * @param by how one led to the other: {@code spelling} or {@code synonym}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reason(
        String field,
        String match,
        @Nullable String typed,
        @Nullable String by) {
    public Reason(String field, String match) {
        this(field, match, null, null);
    }

    static Reason of(String field, Alternative found, Concept asked) {
        return switch (found.by()) {
            case TYPED -> new Reason(field, found.label());
            case SPELLING -> new Reason(field, found.label(), asked.typed(), "spelling");
            case SYNONYM -> new Reason(field, found.label(), asked.typed(), "synonym");
        };
    }
}
