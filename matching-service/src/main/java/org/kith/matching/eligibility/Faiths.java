package org.kith.matching.eligibility;

import org.kith.contracts.Vocabulary;
import org.kith.matching.code.Tradition;

/** How faith traditions are related. */
public final class Faiths {
    private Faiths() {}

    /** The same tradition, or one is a part of the other. */
    public static boolean isSame(Tradition one, Tradition other) {
        return isWithin(one, other) || isWithin(other, one);
    }

    static boolean isWithin(Tradition one, Tradition broader) {
        return Vocabulary.standard().isWithin(one.code(), broader.code());
    }
}
