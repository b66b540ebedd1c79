package org.kith.matching.code;

/** What a place states about how it works. */
public enum Feature implements Code {
    ANONYMOUS_OK,
    CONFIDENTIAL,
    CAMERA_OPTIONAL,
    LISTEN_ONLY_OK,
    DROP_IN,
    SINGLE_SESSION_OK,
    TEXT_BASED,
    MODERATED,
    PEER_LED,
    PROFESSIONAL_LED,
    TRAUMA_INFORMED,
    CHILDCARE,
    BABIES_WELCOME,
    RESPITE_ONSITE,
    RIDE_OFFERED,
    TRANSIT,
    WHEELCHAIR,
    ASL,
    CAPTIONS,
    EVENING,
    WEEKEND,
    DAYTIME,
    CONFIDENTIAL_LOCATION
}
