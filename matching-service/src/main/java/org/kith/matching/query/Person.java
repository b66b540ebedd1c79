package org.kith.matching.query;

import org.jspecify.annotations.Nullable;

/**
 * Whom the request is for.
 *
 * @param familyMember it is about a relative of the one who asks
 * @param age of the one who asks; null where nothing was said
 * @param relativeAge of the relative, for a family member's request
 * @param relation what the relative is to the one who asks, such as {@code child}
 */
public record Person(
        boolean familyMember,
        @Nullable AgeRange age,
        @Nullable AgeRange relativeAge,
        @Nullable String relation) {

    /** A request of somebody for themselves, with no age said. */
    public static Person unstated() {
        return new Person(false, null, null, null);
    }

    /** Whether somebody under 18 may be the one who goes. */
    public boolean mayBeMinor() {
        return (age != null && age.mayBeMinor()) || (familyMember && relativeAge != null && relativeAge.mayBeMinor());
    }
}
