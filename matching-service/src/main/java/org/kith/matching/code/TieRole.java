package org.kith.matching.code;

/** Who somebody in the client’s network is to the client. */
public enum TieRole implements Code {
    PARENT,
    CHILD,
    SIBLING,
    RELATIVE,
    PARTNER,
    SPOUSE,
    FRIEND,
    NEIGHBOUR,
    COWORKER,
    PEER,
    FAITH_COMMUNITY,
    PROFESSIONAL,
    GROUP
}
