package org.kith.referral.lifecycle;

/** The verb exists in this state, but not for this capacity. */
public final class ActorRefused extends Refusal {
    private static final long serialVersionUID = 1;

    ActorRefused(Actor by, String verb) {
        super("A " + by.role() + " may not " + TransitionRefused.words(verb) + " this.");
    }
}
