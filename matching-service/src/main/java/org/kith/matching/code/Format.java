package org.kith.matching.code;

/** How one takes part. */
public enum Format implements Code {
    IN_PERSON,
    VIDEO,
    PHONE,
    TEXT_CHAT,
    FORUM;

    /** Whether it needs no travel. */
    public boolean isRemote() {
        return this != IN_PERSON;
    }
}
