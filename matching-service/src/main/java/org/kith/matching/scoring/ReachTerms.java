package org.kith.matching.scoring;

import java.util.List;
import org.kith.matching.code.Barrier;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Format;
import org.kith.matching.policy.PolicyFile;
import org.kith.matching.query.MatchQuery;

/** D and F: how near it is, or that it needs no travel, and how far down the client's list its best format stands. */
final class ReachTerms {
    private static final int IN_PERSON = 1 << Format.IN_PERSON.ordinal();
    private static final int METERS_PER_KM = 1000;

    private final PolicyFile.DistancePolicy distance;
    private final DistanceCurve curve;
    private final int usable;
    /** By set of formats. */
    private final long[] format;

    ReachTerms(MatchQuery query, PolicyFile policy) {
        distance = policy.distance();
        Integer max = query.where().maxDistanceMeters();
        curve = new DistanceCurve(
                distance, max == null ? policy.filters().defaultMaxDistanceKm() * METERS_PER_KM : max);
        CodeSet<Format> formats = query.usableFormats();
        usable = (int) (query.has(Barrier.LOW_BANDWIDTH) ? formats.without(CodeSet.of(Format.VIDEO)) : formats).bits();
        format = new long[1 << Format.values().length];
        for (int set = 0; set < format.length; set++) {
            format[set] = format(query.formatsOk(), set & usable, policy.format());
        }
    }

    long distance(Signals listing) {
        int ways = listing.formats & usable;
        if (ways == 0) {
            ways = listing.formats == 0 ? IN_PERSON : listing.formats;
        }
        long remote = (ways & ~IN_PERSON) != 0 ? distance.remote() : 0;
        if ((ways & IN_PERSON) == 0) {
            return remote;
        }
        long there = listing.meters == Signals.UNKNOWN ? distance.unknown() : curve.value(listing.meters);
        return Math.max(there, remote);
    }

    long format(Signals listing) {
        return format[listing.formats];
    }

    private static long format(List<Format> inOrder, int ways, PolicyFile.FormatPolicy policy) {
        if (ways == 0) {
            return policy.unknown();
        }
        for (int i = 0; i < inOrder.size(); i++) {
            if ((ways & 1 << inOrder.get(i).ordinal()) != 0) {
                return Fixed.clamp(Fixed.ONE - policy.step() * i);
            }
        }
        return Fixed.ONE;
    }
}
