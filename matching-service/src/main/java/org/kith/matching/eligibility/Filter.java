package org.kith.matching.eligibility;

/** The hard filters in their order; the name is the code on the wire. */
public enum Filter {
    H1_STATUS,
    H2_STALE,
    H3_NEVER_SHOW,
    H4_AGE,
    H5_AREA,
    H6_FORMAT,
    H7_LANGUAGE,
    H8_COST,
    H9_ACCESSIBILITY,
    H10_REQUIREMENTS,
    H11_AVOID,
    H12_EXCLUSIVE_AUDIENCE,
    H13_GENDER_REQUIRED,
    H14_GROUP_SIZE,
    H15_AFFIRMING,
    H16_OTHER_FAITH,
    H17_SAFETY_KIND,
    H18_TRIED
}
