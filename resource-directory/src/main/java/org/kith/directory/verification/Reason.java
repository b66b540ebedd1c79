package org.kith.directory.verification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What somebody may report about a listing. */
enum Reason {
    CLOSED("closed", Cause.REPORTED_CLOSED),
    WRONG_CONTACT("wrong-contact", Cause.REPORTED_WRONG),
    WRONG_HOURS("wrong-hours", Cause.REPORTED_WRONG),
    WRONG_PLACE("wrong-place", Cause.REPORTED_WRONG),
    WRONG_ELIGIBILITY("wrong-eligibility", Cause.REPORTED_WRONG),
    NOT_AS_DESCRIBED("not-as-described", Cause.REPORTED_WRONG),
    DUPLICATE("duplicate", Cause.REPORTED_WRONG),
    /** Harm done or threatened. Read and resolved by stewards alone: the organization is a party. */
    UNSAFE("unsafe", Cause.REPORTED_UNSAFE),
    OTHER("other", Cause.REPORTED_WRONG);

    private final String code;
    private final Cause cause;

    Reason(String code, Cause cause) {
        this.code = code;
        this.cause = cause;
    }

    @JsonValue
    String code() {
        return code;
    }

    Cause cause() {
        return cause;
    }

    boolean isForStewardsOnly() {
        return this == UNSAFE;
    }

    static Optional<Reason> of(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
    }
}
