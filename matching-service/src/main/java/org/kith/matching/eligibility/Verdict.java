package org.kith.matching.eligibility;

/** What one filter says of one listing. */
public enum Verdict {
    PASS,
    /** Not known; the listing is shown, and its {@code check} says what to ask. */
    PASS_WITH_CHECK,
    /** Not known, and too important to rank without knowing: the listing goes to the list of those to ask first. */
    ASK_FIRST,
    FAIL
}
