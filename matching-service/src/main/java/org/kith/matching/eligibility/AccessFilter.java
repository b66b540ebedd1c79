package org.kith.matching.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.code.AccessNeed;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;

/**
 * H9. A feature that is not stated is not known, so that one must ask first. What can be used without travelling needs no
 * ramp. Public transport is a matter of the score alone.
 */
final class AccessFilter implements HardFilter {
    private static final CodeSet<Format> TYPED = CodeSet.of(Format.TEXT_CHAT, Format.FORUM);
    private static final CodeSet<Feature> WITHOUT_HEARING = CodeSet.of(Feature.ASL, Feature.TEXT_BASED);
    private final Client client;

    AccessFilter(Client client) {
        this.client = client;
    }

    @Override
    public Outcome judge(Candidate listing) {
        CodeSet<Format> ways = listing.offer().formats().and(client.usable);
        Verdict worst = Verdict.PASS;
        List<Check> checks = new ArrayList<>();
        for (AccessNeed need : client.query.access().toList()) {
            Outcome outcome = judge(need, listing.offer().features(), ways);
            worst = outcome.verdict().compareTo(worst) > 0 ? outcome.verdict() : worst;
            checks.addAll(outcome.checks());
        }
        return new Outcome(
                Filter.H9_ACCESSIBILITY,
                worst,
                worst == Verdict.FAIL ? List.of() : checks.stream().distinct().toList());
    }

    private static Outcome judge(AccessNeed need, CodeSet<Feature> features, CodeSet<Format> ways) {
        boolean fromAfar = !ways.without(CodeSet.of(Format.IN_PERSON)).isEmpty();
        return switch (need) {
            case WHEELCHAIR, STEP_FREE -> {
                if (features.has(Feature.WHEELCHAIR) || (fromAfar && ways.has(Format.IN_PERSON))) {
                    yield Outcome.pass(Filter.H9_ACCESSIBILITY, Check.CONFIRM_STEP_FREE);
                }
                yield fromAfar ? yes() : ask(Check.CONFIRM_STEP_FREE);
            }
            case ASL -> features.has(Feature.ASL) ? yes() : ask(Check.CONFIRM_ACCESS);
            case CAPTIONS ->
                features.has(Feature.CAPTIONS) || features.has(Feature.TEXT_BASED) || ways.hasAny(TYPED)
                        ? yes()
                        : ask(Check.CONFIRM_ACCESS);
            case ASL_OR_TEXT -> {
                if (features.hasAny(WITHOUT_HEARING) || ways.hasAny(TYPED)) {
                    yield yes();
                }
                boolean voiceOnly = ways.equals(CodeSet.of(Format.PHONE));
                yield voiceOnly ? Outcome.fail(Filter.H9_ACCESSIBILITY) : ask(Check.CONFIRM_ACCESS);
            }
            case TRANSIT ->
                features.has(Feature.TRANSIT) || fromAfar
                        ? yes()
                        : Outcome.check(Filter.H9_ACCESSIBILITY, Check.CONFIRM_TRANSIT);
        };
    }

    private static Outcome yes() {
        return Outcome.pass(Filter.H9_ACCESSIBILITY);
    }

    private static Outcome ask(Check check) {
        return Outcome.askFirst(Filter.H9_ACCESSIBILITY, check);
    }
}
