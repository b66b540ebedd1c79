package org.kith.matching.query;

import org.kith.matching.code.Code;

/** How soon; {@code URGENT} and {@code CRISIS} lead to the crisis block. */
public enum Urgency implements Code {
    ROUTINE,
    SOON,
    URGENT,
    CRISIS
}
