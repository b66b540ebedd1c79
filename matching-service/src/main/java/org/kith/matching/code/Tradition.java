package org.kith.matching.code;

/** A faith tradition; what is broader than it is in the vocabulary. */
public enum Tradition implements Code {
    NONE,
    INTERFAITH,
    CHRISTIAN,
    BAPTIST,
    CATHOLIC,
    PROTESTANT,
    ORTHODOX,
    LDS,
    ISLAM,
    JUDAISM,
    HINDU,
    BUDDHIST,
    SIKH,
    NATIVE_TRADITIONAL,
    UNITARIAN,
    OTHER
}
