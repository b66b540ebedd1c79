package org.kith.matching.scoring;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Earth;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Format;
import org.kith.matching.code.SupportType;
import org.kith.matching.eligibility.Avoided;
import org.kith.matching.eligibility.Client;
import org.kith.matching.policy.FreshnessPolicy;
import org.kith.matching.policy.PolicyFile;
import org.kith.matching.policy.WeightPolicy;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.NeedWish;

/** Scores listings for one client. Not for several threads at once. */
public final class Scorer {
    private final MatchQuery query;
    private final WeightPolicy.Base weights;
    private final NeedTerm need;
    private final SupportTerm support;
    private final BarrierTerm barrier;
    private final ReachTerms reach;
    private final FreshnessPolicy freshness;
    private final CapacityTerm capacity;
    private final Affinity affinity;
    private final Adjustments adjustments;
    private final Avoided avoided;
    private final Earth.@Nullable Vector from;
    private final int today;
    private final Signals signals = new Signals();
    private long base;

    public Scorer(MatchQuery query, PolicyFile policy) {
        this(query, policy, new Client(query, policy.filters()));
    }

    public Scorer(MatchQuery query, PolicyFile policy, Client client) {
        this.query = query;
        need = new NeedTerm(query.needs(), policy.need());
        support = new SupportTerm(query.support(), policy.support());
        barrier = new BarrierTerm(query, policy.barriers());
        weights = barrier.withBarriers()
                ? policy.weights().withBarriers()
                : policy.weights().withoutBarriers();
        reach = new ReachTerms(query, policy);
        freshness = policy.freshness();
        capacity = new CapacityTerm(policy.capacity());
        affinity = new Affinity(query, policy);
        adjustments = new Adjustments(query, policy.adjustments());
        avoided = new Avoided(client);
        Double latitude = query.where().latitude();
        Double longitude = query.where().longitude();
        from = latitude == null || longitude == null ? null : Earth.vector(latitude, longitude);
        today = (int) LocalDate.ofInstant(query.now(), ZoneOffset.UTC).toEpochDay();
    }

    /** The score alone, in millionths, from facts that were read before. */
    public long score(Signals listing) {
        return score(listing, null);
    }

    /** The score with everything that explains it. */
    public ScoredCandidate explain(Candidate listing) {
        signals.read(listing, query, avoided, from);
        Ledger ledger = new Ledger();
        long score = score(signals, ledger);
        return new ScoredCandidate(listing, score, base, ledger.contributions(), evidence(listing));
    }

    private long score(Signals listing, @Nullable Ledger ledger) {
        long needs = need.value(listing);
        long n = Fixed.times(weights.need(), needs);
        long s = Fixed.times(weights.support(), support.value(listing));
        long b = Fixed.times(weights.barrier(), barrier.value(listing.facts));
        long d = Fixed.times(weights.distance(), reach.distance(listing));
        long f = Fixed.times(weights.format(), reach.format(listing));
        long v = Fixed.times(weights.freshness(), freshness(listing));
        long c = Fixed.times(weights.capacity(), capacity.value(listing));
        long a = affinity.contribution(listing);
        base = n + s + b + d + f + v + c;
        if (ledger != null) {
            ledger.add(Term.NEED, n);
            ledger.add(Term.SUPPORT, s);
            ledger.add(Term.BARRIER, b);
            ledger.add(Term.DISTANCE, d);
            ledger.add(Term.FORMAT, f);
            ledger.add(Term.FRESHNESS, v);
            ledger.add(Term.CAPACITY, c);
            ledger.add(Term.AFFINITY, a);
        }
        return adjustments.apply(base + a, needs > 0 || a > 0, listing, ledger);
    }

    private long freshness(Signals listing) {
        return listing.assuredDay == Signals.NEVER
                ? freshness.neverVerified()
                : freshness.value(today - listing.assuredDay);
    }

    private Evidence evidence(Candidate listing) {
        CodeSet<Format> formats = listing.offer().formats();
        Format best =
                query.formatsOk().stream().filter(formats::has).findFirst().orElse(null);
        return new Evidence(
                query.needs().stream()
                        .map(NeedWish::need)
                        .filter(listing.offer().needs()::has)
                        .toList(),
                query.interests().stream()
                        .filter(listing.offer().topics()::contains)
                        .toList(),
                wanted(listing.offer().supportTypes()),
                listing.sources().toList().stream()
                        .filter(source -> query.support().gap(source) > 0)
                        .toList(),
                affinity.matched(signals),
                barrier.met(signals.facts),
                best,
                signals.meters == Signals.UNKNOWN || !listing.isInPerson() ? null : signals.meters,
                signals.interpreterOnly);
    }

    private List<SupportType> wanted(CodeSet<SupportType> types) {
        return types.toList().stream()
                .filter(type -> query.support().weight(type) > 0)
                .toList();
    }
}
