package org.kith.matching.code;

/** Whether a listing takes people now. */
public enum Capacity implements Code {
    OPEN,
    WAITLIST,
    FULL,
    UNKNOWN
}
