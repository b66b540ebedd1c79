package org.kith.matching.selection;

import org.kith.matching.candidate.Candidate;

/**
 * A listing in the order of score: by score in bands, then the newer verification, then a shuffle that changes with the
 * day and gives equals their turn, then the id. The first comes first.
 *
 * @param band of the score
 * @param assuredDay days since 1970-01-01; the least number where never
 */
record Ranked(long score, long band, int assuredDay, long shuffle, Candidate listing) implements Comparable<Ranked> {

    @Override
    public int compareTo(Ranked other) {
        int byBand = Long.compare(other.band, band);
        return byBand != 0 ? byBand : compareEquals(other);
    }

    /** Between two of one band. */
    int compareEquals(Ranked other) {
        if (assuredDay != other.assuredDay) {
            return Integer.compare(other.assuredDay, assuredDay);
        }
        return shuffle != other.shuffle
                ? Long.compare(shuffle, other.shuffle)
                : listing.id().compareTo(other.listing.id());
    }

    /** The place of a listing among its equals on a day. */
    static long shuffle(long idHash, long epochDay) {
        long mixed = idHash + epochDay * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** As the columns of the index have it. */
    static long idHash(Candidate listing) {
        return listing.id().getMostSignificantBits() * 31 + listing.id().getLeastSignificantBits();
    }
}
