package org.kith.matching.query;

import org.kith.matching.code.Code;

/**
 * A factor that the client chose to say and consented to use; others never get here.
 *
 * @param axis one of the vocabulary's, such as {@code sexual_orientation}
 * @param code one of the axis's
 * @param importance 1 to 3; 2 where it was not said
 */
public record Identity(String axis, String code, Use use, int importance) {

    /** What the client wants done with the factor. */
    public enum Use implements Code {
        PREFER,
        REQUIRE,
        CONTEXT_ONLY
    }

    public static Identity preferred(String axis, String code) {
        return new Identity(axis, code, Use.PREFER, 2);
    }

    /** Whether it may raise what is made for people like the client. */
    public boolean givesAffinity() {
        return use != Use.CONTEXT_ONLY;
    }

    public boolean is(String otherAxis, String otherCode) {
        return axis.equals(otherAxis) && code.equals(otherCode);
    }
}
