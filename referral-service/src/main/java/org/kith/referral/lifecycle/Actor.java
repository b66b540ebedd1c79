package org.kith.referral.lifecycle;

/** In what capacity somebody acts on a referral. A coordinator may do whatever the source may. */
public enum Actor {
    SOURCE("partner-clinic"),
    COORDINATOR("coordinator"),
    PROVIDER("provider"),
    PLATFORM("platform");

    private final String role;

    Actor(String role) {
        this.role = role;
    }

    /** The word for this capacity in histories and events. */
    public String role() {
        return role;
    }
}
