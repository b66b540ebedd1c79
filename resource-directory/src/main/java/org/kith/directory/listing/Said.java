package org.kith.directory.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was said about a service since its facts were written; laid over them when the listing is composed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Said(
        @Nullable Capacity capacity,
        @Nullable Verification verification,
        @Nullable List<Decision> tags) {
    static final Said NOTHING = new Said(null, null, null);

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

    /**
     * What somebody decided about a code that was inferred.
     *
     * @param verdict confirmed or rejected
     * @param rule that had inferred it
     * @param by the subject of their token, for stewards; nobody else gets to see it
     * @param role steward or editor
     */
    public record Decision(
            String taxonomy, String code, String verdict, String rule, String by, String role, Instant at) {
        public static final String CONFIRMED = "confirmed";
        public static final String REJECTED = "rejected";

        public boolean isAbout(String otherTaxonomy, String otherCode) {
            return taxonomy.equals(otherTaxonomy) && code.equals(otherCode);
        }

        boolean isConfirmation() {
            return verdict.equals(CONFIRMED);
        }
    }

    /** What was decided about codes; none where nobody decided anything. */
    public List<Decision> decisions() {
        return tags == null ? List.of() : tags;
    }

    Said with(Capacity newCapacity) {
        return new Said(newCapacity, verification, tags);
    }

    Said with(Verification newVerification) {
        return new Said(capacity, newVerification, tags);
    }

    Said withoutCapacity() {
        return new Said(null, verification, tags);
    }

    Said with(Decision decision) {
        List<Decision> decisions =
                new ArrayList<>(without(decision.taxonomy(), decision.code()).decisions());
        decisions.add(decision);
        return new Said(capacity, verification, List.copyOf(decisions));
    }

    Said without(String taxonomy, String code) {
        List<Decision> left =
                decisions().stream().filter(d -> !d.isAbout(taxonomy, code)).toList();
        return new Said(capacity, verification, left.isEmpty() ? null : left);
    }
}
