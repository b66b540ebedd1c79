package org.kith.matching.candidate;

import org.jspecify.annotations.Nullable;

/**
 * Where a listing serves people.
 *
 * @param country ISO 3166-1 alpha-2, or null where the text names neither a country nor a part of one that we know
 * @param region the part of ISO 3166-2 after the hyphen, or null for the whole country
 * @param name the text as the directory has it
 */
public record ServiceArea(
        @Nullable String country, @Nullable String region, String name) {}
