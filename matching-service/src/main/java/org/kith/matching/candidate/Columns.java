package org.kith.matching.candidate;

import org.jspecify.annotations.Nullable;

/** The facts that the score is made of, one array each, so that scoring a row touches no object. */
public final class Columns {
    /** For a code or a number that is not stated. */
    public static final int UNSTATED = -1;

    /** For a listing that nobody ever verified. */
    public static final int NEVER = Integer.MIN_VALUE;

    public final byte[] kind;
    public final long[] needs;
    public final byte[] supportTypes;
    public final byte[] sources;
    public final byte[] formats;
    public final long[] facts;
    public final long[] audiences;
    public final boolean[] forItsAudience;
    public final byte[] tradition;
    public final short[] requires;
    /** Days since 1970-01-01. */
    public final int[] assuredDay;

    public final byte[] capacity;
    public final short[] waitDays;
    public final short[] minimumAge;
    /** The point of the only place, on the unit sphere. */
    public final double[] x;

    public final double[] y;
    public final double[] z;
    /** What the day's shuffle of equals starts from. */
    public final long[] idHash;

    Columns(Candidate[] listings) {
        int size = listings.length;
        kind = new byte[size];
        needs = new long[size];
        supportTypes = new byte[size];
        sources = new byte[size];
        formats = new byte[size];
        facts = new long[size];
        audiences = new long[size];
        forItsAudience = new boolean[size];
        tradition = new byte[size];
        requires = new short[size];
        assuredDay = new int[size];
        capacity = new byte[size];
        waitDays = new short[size];
        minimumAge = new short[size];
        x = new double[size];
        y = new double[size];
        z = new double[size];
        idHash = new long[size];
        for (int row = 0; row < size; row++) {
            fill(listings[row], row);
        }
    }

    private void fill(Candidate listing, int row) {
        Offer offer = listing.offer();
        Welcome welcome = listing.welcome();
        kind[row] = (byte) ordinal(offer.kind());
        needs[row] = offer.needs().bits();
        supportTypes[row] = (byte) offer.supportTypes().bits();
        sources[row] = (byte) listing.sources().bits();
        formats[row] = (byte) offer.formats().bits();
        facts[row] = Facts.of(listing).bits();
        audiences[row] = welcome.audiences().bits();
        forItsAudience[row] = welcome.isForItsAudience();
        tradition[row] = (byte) ordinal(welcome.tradition());
        requires[row] = (short) welcome.requires().bits();
        var assured = listing.standing().assured();
        assuredDay[row] = assured == null ? NEVER : (int) assured.toEpochDay();
        capacity[row] = (byte) offer.capacity().ordinal();
        waitDays[row] = (short) number(offer.waitDays());
        minimumAge[row] = (short) number(welcome.minimumAge());
        if (listing.whereabouts().places().size() == 1) {
            Place place = listing.whereabouts().places().getFirst();
            Earth.Vector point = Earth.vector(place.latitude(), place.longitude());
            x[row] = point.x();
            y[row] = point.y();
            z[row] = point.z();
        }
        idHash[row] = listing.id().getMostSignificantBits() * 31 + listing.id().getLeastSignificantBits();
    }

    private static int ordinal(@Nullable Enum<?> code) {
        return code == null ? UNSTATED : code.ordinal();
    }

    private static int number(@Nullable Integer number) {
        return number == null ? UNSTATED : number;
    }
}
