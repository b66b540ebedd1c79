package org.kith.referral.lifecycle;

/** What may be done to a referral. */
public enum ReferralVerb {
    SUBMIT,
    REFUSE,
    TAKE_UP,
    PLACE,
    REROUTE,
    RESOLVE,
    CLOSE,
    CANCEL,
    MARK_ERROR
}
