package org.kith.matching.scoring;

import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Earth;
import org.kith.matching.candidate.Facts;
import org.kith.matching.candidate.Place;
import org.kith.matching.eligibility.Avoided;
import org.kith.matching.eligibility.LanguageFilter;
import org.kith.matching.query.MatchQuery;

/**
 * The primitive facts of one listing that the score is made of. One object serves a whole request: it is filled from a
 * listing, or from a row of the index, again and again.
 */
public final class Signals {
    /** No distance is known. */
    public static final int UNKNOWN = -1;

    /** Never verified. */
    public static final int NEVER = Integer.MIN_VALUE;

    public int kind;
    public long needs;
    public int supportTypes;
    public int sources;
    public int formats;
    public long facts;
    public long audiences;
    public boolean forItsAudience;
    public int tradition;
    public long requires;
    public int assuredDay;
    public int capacity;
    public int waitDays;
    public int minimumAge;
    /** To the nearest place that one can go to. */
    public int meters;

    public int interests;
    public boolean interpreterOnly;
    /** One bit for each of the request's {@code prefer_not} that the listing is. */
    public long preferNots;

    /** Reads a listing. */
    public void read(Candidate listing, MatchQuery query, Avoided avoided, Earth.@Nullable Vector from) {
        kind = ordinal(listing.offer().kind());
        needs = listing.offer().needs().bits();
        supportTypes = (int) listing.offer().supportTypes().bits();
        sources = (int) listing.sources().bits();
        formats = (int) listing.offer().formats().bits();
        facts = Facts.of(listing).bits();
        audiences = listing.welcome().audiences().bits();
        forItsAudience = listing.welcome().isForItsAudience();
        tradition = ordinal(listing.welcome().tradition());
        requires = listing.welcome().requires().bits();
        var assured = listing.standing().assured();
        assuredDay = assured == null ? NEVER : (int) assured.toEpochDay();
        capacity = listing.offer().capacity().ordinal();
        waitDays = orUnknown(listing.offer().waitDays());
        minimumAge = orUnknown(listing.welcome().minimumAge());
        meters = from == null ? UNKNOWN : nearest(listing, from);
        interests = (int) listing.offer().topics().stream()
                .filter(query.interests()::contains)
                .count();
        interpreterOnly = LanguageFilter.onlyThroughInterpreter(
                query.languages(),
                listing.welcome().languages(),
                listing.welcome().interpreters());
        preferNots = 0;
        for (int i = 0; i < query.preferNot().size(); i++) {
            if (avoided.is(listing, query.preferNot().get(i)) == Avoided.Answer.YES) {
                preferNots |= 1L << i;
            }
        }
    }

    private static int nearest(Candidate listing, Earth.Vector from) {
        int nearest = UNKNOWN;
        for (Place place : listing.whereabouts().places()) {
            int distance = Earth.meters(from, Earth.vector(place.latitude(), place.longitude()));
            nearest = nearest == UNKNOWN ? distance : Math.min(nearest, distance);
        }
        return nearest;
    }

    private static int ordinal(@Nullable Enum<?> code) {
        return code == null ? UNKNOWN : code.ordinal();
    }

    private static int orUnknown(@Nullable Integer number) {
        return number == null ? UNKNOWN : number;
    }
}
