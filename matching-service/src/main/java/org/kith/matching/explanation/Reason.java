package org.kith.matching.explanation;

import org.jspecify.annotations.Nullable;

/**
 * One reason for a result.
 *
 * @param fact of the listing, in codes; absent where it would tell on a shared device
 * @param field of the request, as a JSON pointer
 */
public record Reason(
        String code, @Nullable String fact, @Nullable String field, String text) {}
