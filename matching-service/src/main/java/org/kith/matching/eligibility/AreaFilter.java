package org.kith.matching.eligibility;

import org.kith.matching.candidate.AreaSignature;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Earth;
import org.kith.matching.candidate.Place;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Format;
import org.kith.matching.query.Where;

/**
 * H5. In person it is a matter of distance, or of country and region where the distance is not known; from afar it is a
 * matter of the area that is served. Of several ways to take part the best one counts.
 */
final class AreaFilter implements HardFilter {
    private final Client client;

    AreaFilter(Client client) {
        this.client = client;
    }

    @Override
    public Outcome judge(Candidate listing) {
        CodeSet<Format> formats = ways(client, listing.offer().formats());
        AreaSignature area = AreaSignature.of(listing.whereabouts());
        Verdict best = Verdict.FAIL;
        if (formats.isEmpty() || formats.has(Format.IN_PERSON)) {
            best = inPerson(listing, area);
        }
        if (formats.isEmpty() || !formats.without(CodeSet.of(Format.IN_PERSON)).isEmpty()) {
            Verdict remote = fromAfar(client.query.where(), area);
            best = remote.compareTo(best) < 0 ? remote : best;
        }
        return outcome(best);
    }

    static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Outcome.pass(Filter.H5_AREA);
            case PASS_WITH_CHECK, ASK_FIRST -> Outcome.check(Filter.H5_AREA, Check.CONFIRM_AREA_SERVED);
            case FAIL -> Outcome.fail(Filter.H5_AREA);
        };
    }

    /** The formats that matter: those the client can use; where there is none of them H6 says so, and all matter here. */
    static CodeSet<Format> ways(Client client, CodeSet<Format> formats) {
        CodeSet<Format> both = formats.and(client.usable);
        return both.isEmpty() ? formats : both;
    }

    private Verdict inPerson(Candidate listing, AreaSignature area) {
        Earth.Vector point = client.point;
        if (point == null || listing.whereabouts().places().isEmpty()) {
            return withoutDistance(client.query.where(), area);
        }
        for (Place place : listing.whereabouts().places()) {
            if (Earth.meters(point, Earth.vector(place.latitude(), place.longitude())) <= client.maxMeters) {
                return Verdict.PASS;
            }
        }
        return Verdict.FAIL;
    }

    static Verdict withoutDistance(Where where, AreaSignature area) {
        return switch (area.serves(where.country(), where.region())) {
            case YES, UNKNOWN -> Verdict.PASS_WITH_CHECK;
            case NO -> Verdict.FAIL;
        };
    }

    static Verdict fromAfar(Where where, AreaSignature area) {
        return switch (area.serves(where.country(), where.region())) {
            case YES -> Verdict.PASS;
            case UNKNOWN -> Verdict.PASS_WITH_CHECK;
            case NO -> Verdict.FAIL;
        };
    }
}
