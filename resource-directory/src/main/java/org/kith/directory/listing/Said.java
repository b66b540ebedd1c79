package org.kith.directory.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was said about a service since its facts were written; laid over them when the listing is composed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Said(@Nullable Capacity capacity, @Nullable Verification verification) {
    static final Said NOTHING = new Said(null, null);

    /**
     * @param code open, waitlist or full
     * @param estimatedDays of waiting
     */
    public record Capacity(String code, @Nullable Integer estimatedDays, Instant statedAt) {}

    /** @param by an address of mail, as HSDS wants it; absent where the verifier has none */
    public record Verification(LocalDate on, @Nullable String by) {}

    /** For the history: the date of the verification, or the code of the capacity; empty where nobody said anything. */
    String value(String field) {
        if (field.equals("assured_date")) {
            return verification == null ? "" : verification.on().toString();
        }
        return capacity == null ? "" : capacity.code();
    }

    Said with(Capacity newCapacity) {
        return new Said(newCapacity, verification);
    }

    Said with(Verification newVerification) {
        return new Said(capacity, newVerification);
    }

    Said withoutCapacity() {
        return new Said(null, verification);
    }
}
