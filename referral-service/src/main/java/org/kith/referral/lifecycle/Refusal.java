package org.kith.referral.lifecycle;

/** The rules say no. */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String detail;

    Refusal(String detail) {
        super(detail);
        this.detail = detail;
    }

    /** Why, for the person who asked; it quotes nothing of what was sent. */
    public String detail() {
        return detail;
    }
}
