package org.kith.matching.code;

/** How many people are in the room. */
public enum GroupSize implements Code {
    ONE_TO_ONE,
    SMALL,
    MEDIUM,
    LARGE
}
