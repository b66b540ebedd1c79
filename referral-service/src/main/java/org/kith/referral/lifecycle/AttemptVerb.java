package org.kith.referral.lifecycle;

/** What may be done to an attempt. */
public enum AttemptVerb {
    VIEW,
    ACCEPT,
    DECLINE,
    EXPIRE,
    WAITLIST,
    START,
    MISS,
    /** The no-show that ends it: the third. */
    MISS_AGAIN,
    COMPLETE,
    FAIL,
    WITHDRAW
}
