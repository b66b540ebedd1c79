package org.kith.matching.candidate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to reach a listing, as it is shown; never an address of a confidential place. */
public record Contact(
        List<Phone> phones,
        @Nullable String email,
        @Nullable String url) {

    /** @param languages primary subtags, where the number is said to speak particular ones */
    public record Phone(
            String number,
            @Nullable String extension,
            @Nullable String type,
            @Nullable String description,
            List<String> languages) {}
}
