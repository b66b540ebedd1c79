package org.kith.matching.scoring;

/** The terms of the score; the name in lower case is the code on the wire. */
public enum Term {
    NEED,
    SUPPORT,
    BARRIER,
    DISTANCE,
    FORMAT,
    FRESHNESS,
    CAPACITY,
    AFFINITY;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
