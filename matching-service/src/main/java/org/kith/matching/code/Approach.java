package org.kith.matching.code;

/** A way of working that some clients avoid. */
public enum Approach implements Code {
    TWELVE_STEP,
    TOUCH
}
