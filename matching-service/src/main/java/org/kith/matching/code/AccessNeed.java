package org.kith.matching.code;

/** What a client needs to get in and take part. */
public enum AccessNeed implements Code {
    WHEELCHAIR,
    STEP_FREE,
    ASL,
    CAPTIONS,
    ASL_OR_TEXT,
    TRANSIT
}
