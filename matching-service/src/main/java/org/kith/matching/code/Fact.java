package org.kith.matching.code;

/** What a barrier rule of the policy can ask of a listing: its features, and a few things that follow from other codes. */
public enum Fact implements Code {
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
    CONFIDENTIAL_LOCATION,
    /** At most ten people, or one to one. */
    SMALL,
    /** More than 25 people. */
    LARGE,
    /** Typing does. */
    TEXT,
    /** No travel. */
    REMOTE,
    IN_PERSON,
    PHONE
}
