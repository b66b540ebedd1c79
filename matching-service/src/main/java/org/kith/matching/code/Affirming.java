package org.kith.matching.code;

/** Whether a listing affirms LGBTQ+ people, as far as anybody has said. */
public enum Affirming implements Code {
    YES,
    NO,
    UNKNOWN
}
