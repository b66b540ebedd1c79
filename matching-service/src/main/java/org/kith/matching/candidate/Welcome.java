package org.kith.matching.candidate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.Affirming;
import org.kith.matching.code.Audience;
import org.kith.matching.code.AudienceMode;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Gender;
import org.kith.matching.code.ReligiousContent;
import org.kith.matching.code.Requirement;
import org.kith.matching.code.Tradition;

/**
 * Whom a listing is for, and what it asks of them.
 *
 * @param audienceMode where a listing names an audience and no mode it is {@code WELCOMING}: nobody is kept out and
 *     nothing is gained by a guess
 * @param openTo empty where it says nothing; {@code ANY} where it is open to all
 * @param requiresUnclear it names documents that our codes do not know, so that what it demands is not known
 * @param languages lower-case primary language subtags, spoken; {@code interpreters} the same, through an interpreter
 */
public record Welcome(
        CodeSet<Audience> audiences,
        AudienceMode audienceMode,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        CodeSet<Gender> openTo,
        @Nullable Tradition tradition,
        @Nullable ReligiousContent religiousContent,
        Affirming affirming,
        CodeSet<Requirement> requires,
        boolean requiresUnclear,
        List<String> languages,
        List<String> interpreters) {

    /** Made for its audience, whether or not others may come. */
    public boolean isForItsAudience() {
        return audienceMode == AudienceMode.FOCUSED || audienceMode == AudienceMode.EXCLUSIVE;
    }

    /** The share of a set of results that is kept for everybody counts these. */
    public boolean isGeneralOrWelcoming() {
        return !isForItsAudience();
    }
}
