package org.kith.matching.code;

/** What a listing costs, from nothing upwards: the order is the order of the {@code cost.max} of a request. */
public enum Cost implements Code {
    FREE,
    DONATION,
    LOW,
    SLIDING,
    INSURANCE,
    FEE
}
