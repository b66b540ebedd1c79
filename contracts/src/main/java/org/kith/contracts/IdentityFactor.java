package org.kith.contracts;

/** One thing that a client chose to say about themselves, such as {@code race_ethnicity:black}. */
public record IdentityFactor(String axis, String code) {}
