package org.kith.matching.code;

/** What a listing is. */
public enum Kind implements Code {
    SUPPORT_GROUP,
    PEER_PROGRAM,
    FAITH_ORG,
    CULTURAL_ORG,
    HELPLINE,
    WARMLINE,
    CRISIS_LINE,
    CLUB,
    VOLUNTEER_OPPORTUNITY,
    MENTORING,
    PROFESSIONAL_SERVICE,
    PRACTICAL_SERVICE,
    COMMUNITY_ORG,
    ONLINE_COMMUNITY,
    CLASS,
    FAMILY_PROGRAM,
    COUPLES_PROGRAM
}
