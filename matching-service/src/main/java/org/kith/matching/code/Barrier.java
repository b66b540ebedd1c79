package org.kith.matching.code;

/** What makes it hard for a client to reach or accept support. */
public enum Barrier implements Code {
    SOCIAL_ANXIETY,
    FEAR_OF_REJECTION,
    TRUST,
    TRAUMA_HISTORY,
    STIGMA,
    PRIVACY,
    PRIVACY_SMALL_TOWN,
    CROWDS,
    LIMITED_IN_PERSON_ACCESS,
    LIMITED_DIGITAL,
    LOW_BANDWIDTH,
    TRANSPORT,
    CHILDCARE,
    TIME_POOR,
    MOBILITY,
    COMMUNICATION_ACCESS,
    VIRTUAL_OVERUSE,
    TOXIC_TIES,
    FEAR_OF_AUTHORITIES,
    LANGUAGE,
    FEAR
}
