package org.kith.matching.code;

import java.util.Locale;

/** A code of the vocabulary as an enum constant; its text on the wire is the constant's name in lower case. */
public interface Code {
    String name();

    int ordinal();

    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
