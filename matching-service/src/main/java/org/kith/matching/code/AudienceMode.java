package org.kith.matching.code;

/** How strictly a listing is meant for its audience. */
public enum AudienceMode implements Code {
    EXCLUSIVE,
    FOCUSED,
    WELCOMING,
    GENERAL
}
