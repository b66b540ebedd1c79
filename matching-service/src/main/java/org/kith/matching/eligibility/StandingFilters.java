package org.kith.matching.eligibility;

import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Flag;
import org.kith.matching.code.Format;
import org.kith.matching.code.Kind;
import org.kith.matching.query.Tried;

/** The filters about what a listing is, whoever asks: H1–H3, H17 and H18. */
final class StandingFilters {
    private StandingFilters() {}

    static Outcome status(Candidate listing) {
        return switch (listing.standing().status()) {
            case ACTIVE -> Outcome.pass(Filter.H1_STATUS);
            case UNSTATED -> Outcome.check(Filter.H1_STATUS, Check.CONFIRM_STILL_RUNNING);
            case INACTIVE, DEFUNCT, TEMPORARILY_CLOSED -> Outcome.fail(Filter.H1_STATUS);
        };
    }

    static HardFilter stale(Client client) {
        return listing -> {
            if (listing.standing().assured() == null) {
                return Outcome.check(Filter.H2_STALE, Check.CONFIRM_STILL_RUNNING);
            }
            int limit = listing.offer().kind() == Kind.CRISIS_LINE
                    ? client.policy.crisisLineStaleAfterDays()
                    : client.policy.staleAfterDays();
            boolean stale = ChronoUnit.DAYS.between(listing.standing().assured(), client.today) > limit;
            return stale ? Outcome.fail(Filter.H2_STALE) : Outcome.pass(Filter.H2_STALE);
        };
    }

    static HardFilter neverShow(Client client) {
        CodeSet<Flag> never = CodeSet.of(Flag.class, client.policy.neverShow());
        return listing -> listing.standing().flags().hasAny(never)
                ? Outcome.fail(Filter.H3_NEVER_SHOW)
                : Outcome.pass(Filter.H3_NEVER_SHOW);
    }

    static HardFilter safetyKind(Client client) {
        return listing -> {
            Kind kind = listing.offer().kind();
            boolean couples = client.partnerViolence && kind == Kind.COUPLES_PROGRAM;
            boolean openPlaceOnLine =
                    kind == Kind.ONLINE_COMMUNITY || listing.offer().formats().has(Format.FORUM);
            boolean unmoderated = openPlaceOnLine && !listing.offer().features().has(Feature.MODERATED);
            return couples || (client.mayBeMinor && unmoderated)
                    ? Outcome.fail(Filter.H17_SAFETY_KIND)
                    : Outcome.pass(Filter.H17_SAFETY_KIND);
        };
    }

    static HardFilter tried(Client client) {
        Set<String> bad = triedInVain(client);
        return listing ->
                bad.contains(listing.id().toString()) ? Outcome.fail(Filter.H18_TRIED) : Outcome.pass(Filter.H18_TRIED);
    }

    static Set<String> triedInVain(Client client) {
        return client.query.tried().stream()
                .filter(tried -> tried.outcome() == Tried.Outcome.UNSAFE || tried.outcome() == Tried.Outcome.NOT_FIT)
                .map(Tried::resourceId)
                .collect(Collectors.toSet());
    }
}
