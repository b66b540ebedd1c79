package org.kith.matching.query;

import org.kith.matching.code.Need;

/** A need with its priority, 1 to 3, and how soon. */
public record NeedWish(Need need, int priority, Urgency urgency) {
    public NeedWish {
        if (priority < 1 || priority > 3) {
            throw new IllegalArgumentException("A priority is 1 to 3");
        }
    }
}
