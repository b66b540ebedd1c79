package org.kith.matching.code;

/** How much religion there is in what a listing does. */
public enum ReligiousContent implements Code {
    NONE,
    OPTIONAL,
    CENTRAL
}
