package org.kith.matching.code;

/** Where support comes from, besides family and friends. */
public enum Source implements Code {
    PEER,
    PROFESSIONAL,
    COMMUNITY
}
