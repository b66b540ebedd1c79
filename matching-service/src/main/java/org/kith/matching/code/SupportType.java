package org.kith.matching.code;

/** What kind of support a resource gives, or a client wants. */
public enum SupportType implements Code {
    EMOTIONAL,
    INFORMATIONAL,
    PRACTICAL,
    COMPANIONSHIP,
    AFFIRMATION
}
