package org.kith.directory.tagging;

import java.util.Locale;

/** Where in a listing words stand; rules weigh them by it. */
public enum WordField {
    NAME,
    ALTERNATE_NAME,
    /** A title inside the description, such as {@code 2) FOOD PANTRY:}. */
    HEADING,
    /** The first words of the description. */
    LEAD,
    DESCRIPTION,
    ELIGIBILITY,
    FEES,
    APPLICATION,
    ORGANIZATION,
    /** A term of the source's own taxonomy. */
    TERM;

    /** As answers name it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WordField of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    boolean isName() {
        return this == NAME || this == ALTERNATE_NAME;
    }
}
