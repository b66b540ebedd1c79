package org.kith.matching.code;

/** When a client can take part. */
public enum TimeOfDay implements Code {
    DAYTIME,
    EVENING,
    WEEKEND
}
