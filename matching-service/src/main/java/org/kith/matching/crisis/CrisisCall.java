package org.kith.matching.crisis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.AccessNeed;
import org.kith.matching.code.Audience;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Need;
import org.kith.matching.query.LanguageWish;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.NeedWish;
import org.kith.matching.query.Safety;
import org.kith.matching.query.Urgency;

/**
 * Somebody needs an answer now. It rests on what was said, never on a guess.
 *
 * @param needs those that are urgent, or that are a crisis by themselves
 * @param country ISO 3166-1 alpha-2, or null where it was not said
 * @param languages lower-case primary subtags; empty where none was said
 * @param audiences those the client stated to belong to, and wants used
 * @param signOrText the client signs or types instead of speaking
 */
public record CrisisCall(
        CodeSet<Need> needs,
        @Nullable String country,
        @Nullable String region,
        List<String> languages,
        CodeSet<Audience> audiences,
        boolean signOrText,
        Safety safety,
        boolean ageIsKnown,
        Instant now) {
    private static final CodeSet<Need> BY_THEMSELVES =
            CodeSet.of(Need.SUICIDAL_THOUGHTS, Need.SELF_HARM, Need.OVERDOSE, Need.VIOLENCE_NOW);
    private static final CodeSet<AccessNeed> NOT_BY_VOICE = CodeSet.of(AccessNeed.ASL, AccessNeed.ASL_OR_TEXT);
    private static final String SIGN_LANGUAGE = "ase";

    /** The call behind a request, or nothing where it is no crisis. */
    public static Optional<CrisisCall> of(MatchQuery query, CodeSet<Audience> audiences) {
        CodeSet<Need> urgent = CodeSet.of(
                Need.class,
                query.needs().stream()
                        .filter(CrisisCall::isCrisis)
                        .map(NeedWish::need)
                        .toList());
        if (urgent.isEmpty()) {
            return Optional.empty();
        }
        List<String> languages =
                query.languages().stream().map(LanguageWish::language).toList();
        boolean signOrText = query.access().hasAny(NOT_BY_VOICE) || languages.contains(SIGN_LANGUAGE);
        return Optional.of(new CrisisCall(
                urgent,
                query.where().country(),
                query.where().region(),
                languages,
                signOrText ? audiences.with(Audience.DEAF) : audiences,
                signOrText,
                query.safety(),
                query.person().age() != null,
                query.now()));
    }

    private static boolean isCrisis(NeedWish wish) {
        return wish.urgency() == Urgency.URGENT || wish.urgency() == Urgency.CRISIS || BY_THEMSELVES.has(wish.need());
    }
}
