package org.kith.matching.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.code.AccessNeed;
import org.kith.matching.code.Code;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Feature;
import org.kith.matching.query.Identity;
import org.kith.matching.query.LanguageWish;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.NeedWish;
import org.kith.matching.scoring.Evidence;
import org.kith.matching.scoring.ScoredCandidate;
import org.kith.matching.scoring.Term;

/** The listing's facts behind each term, and the wishes of the request that it meets. */
final class Facts {
    private static final CodeSet<Feature> AT_OWN_PACE =
            CodeSet.of(Feature.DROP_IN, Feature.SINGLE_SESSION_OK, Feature.LISTEN_ONLY_OK, Feature.CAMERA_OPTIONAL);

    /** @param sensitive it could tell a need or an identity to somebody who looks on */
    record Fact(
            String code, @Nullable String words, @Nullable String field, boolean sensitive) {}

    private final MatchQuery query;

    Facts(MatchQuery query) {
        this.query = query;
    }

    List<Fact> of(Term term, ScoredCandidate scored) {
        Evidence evidence = scored.evidence();
        Candidate candidate = scored.candidate();
        return switch (term) {
            case NEED -> List.of(need(evidence));
            case SUPPORT ->
                List.of(new Fact(
                        "SUPPORT_GAP",
                        listed("support_types", codes(candidate.offer().supportTypes())),
                        query.supportWanted().isEmpty() ? "/network" : "/support_wanted",
                        false));
            case BARRIER -> barriers(evidence, candidate);
            case DISTANCE -> List.of(distance(evidence));
            case FORMAT ->
                query.formatsOk().isEmpty() || evidence.bestFormat() == null
                        ? List.of()
                        : List.of(new Fact(
                                "FORMAT_FIT",
                                "format: " + evidence.bestFormat().code(),
                                "/formats_ok/" + query.formatsOk().indexOf(evidence.bestFormat()),
                                false));
            case FRESHNESS ->
                List.of(new Fact(
                        "RECENTLY_VERIFIED",
                        "assured_date: " + candidate.standing().assured(),
                        null,
                        false));
            case CAPACITY ->
                List.of(new Fact(
                        "HAS_ROOM", "capacity: " + candidate.offer().capacity().code(), null, false));
            case AFFINITY -> affinity(evidence);
        };
    }

    /** What the filters found to be as the client asked; without it the listing would stand lower, or not at all. */
    List<Fact> met(ScoredCandidate scored) {
        Candidate candidate = scored.candidate();
        List<Fact> met = new ArrayList<>();
        for (int i = 0; i < query.languages().size(); i++) {
            LanguageWish wish = query.languages().get(i);
            boolean isPlain = wish.language().equals("en") && !wish.required();
            if (!isPlain && candidate.welcome().languages().contains(wish.language())) {
                met.add(new Fact("LANGUAGE_MATCH", "languages: " + wish.language(), "/languages/" + i, false));
            }
        }
        List<String> access = query.access().toList().stream()
                .filter(need -> isMet(need, candidate))
                .map(Code::code)
                .toList();
        if (!access.isEmpty()) {
            met.add(new Fact("ACCESS_MATCH", listed("accessibility", access), "/accessibility", false));
        }
        if (query.gentle() && candidate.offer().features().hasAny(AT_OWN_PACE)) {
            met.add(new Fact(
                    "PACE_FIT",
                    listed("features", codes(candidate.offer().features().and(AT_OWN_PACE))),
                    "/pace",
                    false));
        }
        if (query.traumaInformedRequired() && candidate.offer().features().has(Feature.TRAUMA_INFORMED)) {
            met.add(new Fact("TRAUMA_INFORMED", "features: trauma_informed", "/trauma_informed_required", true));
        }
        return met;
    }

    private Fact need(Evidence evidence) {
        if (evidence.needs().isEmpty()) {
            boolean interest = !evidence.interests().isEmpty();
            return new Fact(
                    "NEED_MATCH",
                    interest ? listed("topics", evidence.interests()) : null,
                    interest ? "/interests" : "/needs",
                    true);
        }
        List<NeedWish> wishes = query.needs();
        int first = wishes.stream()
                .map(NeedWish::need)
                .toList()
                .indexOf(evidence.needs().getFirst());
        List<String> served = evidence.needs().stream().map(Code::code).toList();
        return new Fact("NEED_MATCH", listed("needs", served), "/needs/" + first, true);
    }

    private List<Fact> barriers(Evidence evidence, Candidate candidate) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("BARRIER_FIT", listed("rules", evidence.barrierRules()), "/barriers", true));
        boolean forTrauma = evidence.barrierRules().stream().anyMatch(rule -> rule.contains("trauma"));
        if (forTrauma
                && !query.traumaInformedRequired()
                && candidate.offer().features().has(Feature.TRAUMA_INFORMED)) {
            facts.add(new Fact("TRAUMA_INFORMED", "features: trauma_informed", "/barriers", true));
        }
        return facts;
    }

    private Fact distance(Evidence evidence) {
        Integer meters = evidence.distanceMeters();
        return meters == null
                ? new Fact("NO_TRAVEL", null, null, false)
                : new Fact("NEAR_YOU", "distance_km: " + Math.round(meters / 100.0) / 10.0, "/location", false);
    }

    private List<Fact> affinity(Evidence evidence) {
        List<Fact> facts = new ArrayList<>();
        for (String code : List.of("ROLE_MATCH", "IDENTITY_AFFINITY")) {
            List<Identity> matched = evidence.matched().stream()
                    .filter(factor -> factor.axis().equals("role") == code.equals("ROLE_MATCH"))
                    .toList();
            if (!matched.isEmpty()) {
                List<String> said = matched.stream()
                        .map(factor -> factor.axis() + ':' + factor.code())
                        .toList();
                facts.add(new Fact(code, listed("audience", said), "/identity", true));
            }
        }
        return facts;
    }

    private static boolean isMet(AccessNeed need, Candidate candidate) {
        CodeSet<Feature> has = candidate.offer().features();
        return switch (need) {
            case WHEELCHAIR, STEP_FREE -> has.has(Feature.WHEELCHAIR);
            case ASL -> has.has(Feature.ASL);
            case CAPTIONS -> has.has(Feature.CAPTIONS);
            case ASL_OR_TEXT -> has.has(Feature.ASL) || has.has(Feature.TEXT_BASED);
            case TRANSIT -> has.has(Feature.TRANSIT);
        };
    }

    private static <E extends Enum<E> & Code> List<String> codes(CodeSet<E> set) {
        return set.toList().stream().map(Code::code).toList();
    }

    private static String listed(String field, Collection<String> codes) {
        return codes.stream().collect(Collectors.joining(", ", field + ": ", ""));
    }
}
