package org.kith.matching.code;

/** Whom a listing is open to, by gender. */
public enum Gender implements Code {
    ANY,
    WOMEN,
    MEN,
    NONBINARY
}
