package org.kith.directory.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why somebody has to look at a listing, the most urgent first. Age needs no question: the calendar asks it. */
enum Cause {
    REPORTED_UNSAFE("reported-unsafe", 0),
    SERVICE_DISCONTINUED("service-discontinued", 1),
    REPORTED_CLOSED("reported-closed", 1),
    COULD_NOT_REACH("could-not-reach", 2),
    REPORTED_WRONG("reported-wrong", 3),
    NEVER_VERIFIED("never-verified", Cause.BY_AGE),
    VERIFIED_LONG_AGO("verified-long-ago", Cause.BY_AGE);

    /** What the column of a listing says that nobody asked anything about. */
    static final int BY_AGE = 9;

    private final String code;
    private final int urgency;

    Cause(String code, int urgency) {
        this.code = code;
        this.urgency = urgency;
    }

    String code() {
        return code;
    }

    int urgency() {
        return urgency;
    }

    boolean isAsked() {
        return urgency < BY_AGE;
    }

    static Optional<Cause> of(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Cause::code).toList();
    }
}
