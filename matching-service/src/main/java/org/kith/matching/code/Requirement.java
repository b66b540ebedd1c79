package org.kith.matching.code;

/** What a place demands before it helps. */
public enum Requirement implements Code {
    PHOTO_ID,
    PROOF_OF_RESIDENCE,
    IMMIGRATION_STATUS,
    INSURANCE,
    REFERRAL,
    GUARDIAN_CONSENT,
    MEDICATION_FREE,
    TRIBAL_ENROLLMENT,
    REAL_NAME
}
