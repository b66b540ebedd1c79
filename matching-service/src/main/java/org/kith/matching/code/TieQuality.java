package org.kith.matching.code;

/** How a tie feels to the client. */
public enum TieQuality implements Code {
    GOOD,
    MIXED,
    WEAK,
    DRAINING,
    TOXIC
}
