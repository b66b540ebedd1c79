package org.kith.matching.code;

/** A warning that a person has set on a listing. */
public enum Flag implements Code {
    CONVERSION_PRACTICE,
    COERCIVE,
    REPORTED_HARM,
    UNVERIFIED
}
