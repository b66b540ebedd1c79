package org.kith.referral.lifecycle;

import java.util.Locale;

/** The verb does not lead anywhere from this state. */
public final class TransitionRefused extends Refusal {
    private static final long serialVersionUID = 1;

    private final String state;

    TransitionRefused(String state, String verb) {
        super("Cannot " + words(verb) + " what is " + state + ".");
        this.state = state;
    }

    public String state() {
        return state;
    }

    static String words(String verb) {
        return verb.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
