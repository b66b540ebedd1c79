package org.kith.referral.lifecycle;

import java.util.List;

/** A reason or outcome that is not on the list of what may be said here. */
public final class UnknownCode extends Refusal {
    private static final long serialVersionUID = 1;

    private final String field;

    public UnknownCode(String field, List<String> allowed) {
        super("must be one of " + String.join(", ", allowed));
        this.field = field;
    }

    /** The JSON field of the request in which the code stood. */
    public String field() {
        return field;
    }
}
