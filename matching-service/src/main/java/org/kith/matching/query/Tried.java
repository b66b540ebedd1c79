package org.kith.matching.query;

import org.kith.matching.code.Code;

/** What came of a resource that the client tried before. */
public record Tried(String resourceId, Outcome outcome) {

    public enum Outcome implements Code {
        HELPED,
        NOT_FIT,
        UNSAFE,
        COULD_NOT_REACH,
        FULL
    }
}
