package org.kith.matching.network;

import org.kith.matching.code.SupportType;
import org.kith.matching.query.Tie;

/** What a tie gives: quality × frequency × channel × reciprocity; a good tie every week gives 1. */
final class TieStrength {
    private TieStrength() {}

    static double of(Tie tie, SupportType type) {
        return tie.supportTypes().has(type) ? of(tie) : 0;
    }

    /** Whether the tie gives anything; a draining or toxic one counts as nothing. */
    static boolean counts(Tie tie) {
        return of(tie) > 0;
    }

    private static double of(Tie tie) {
        return quality(tie) * frequency(tie) * channel(tie) * reciprocity(tie);
    }

    private static double quality(Tie tie) {
        return switch (tie.quality()) {
            case GOOD -> 1;
            case MIXED -> 0.4;
            case WEAK -> 0.3;
            case DRAINING, TOXIC -> 0;
        };
    }

    private static double frequency(Tie tie) {
        return switch (tie.frequency()) {
            case DAILY, WEEKLY -> 1;
            case MONTHLY -> 0.4;
            case RARER -> 0.2;
        };
    }

    private static double channel(Tie tie) {
        return switch (tie.channel()) {
            case IN_PERSON, PHONE -> 1;
            case ONLINE -> 0.6;
        };
    }

    private static double reciprocity(Tie tie) {
        return switch (tie.reciprocity()) {
            case BALANCED, RECEIVES_ONLY -> 1;
            case GIVES_ONLY -> 0;
        };
    }
}
