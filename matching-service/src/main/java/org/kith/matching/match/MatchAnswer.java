package org.kith.matching.match;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.matching.explanation.Reason;
import org.kith.matching.network.Gaps;

/** The answer to one request; apart from {@code match_id} it is the same on every replica. */
@Schema(description = "Ranked, explained and varied results, with a staged plan; the crisis block comes before all")
record MatchAnswer(
        UUID matchId,
        PolicyRef policy,

        @Schema(description = "Equal for equal contents of the directory")
        String directoryVersion,

        String crisisTableVersion,
        CrisisView crisis,
        List<Result> results,
        List<AskFirstView> askFirst,
        Gaps gaps,
        PlanView plan,
        List<Question> questions,

        @Schema(description = "How many listings could have been ranked")
        long eligible,

        @Schema(description = "How many listings each filter took first")
        Map<String, Long> filtered) {

    record PolicyRef(String version, String sha256) {}

    /**
     * @param lead a sentence for danger to life
     * @param footer without a crisis, the one quiet line
     */
    record CrisisView(
            boolean active,
            @Nullable String emergencyNumber,
            @Nullable String lead,
            List<CrisisItemView> items,
            @Nullable String footer) {}

    record CrisisItemView(ResourceView resource, List<Reason> reasons, List<String> check, List<String> advice) {}

    /** @param contributions sum exactly to the score */
    record Result(
            ResourceView resource,
            BigDecimal score,
            Map<String, BigDecimal> contributions,
            List<Reason> reasons,
            List<String> unmet,
            List<String> check,
            List<String> advice) {}

    /** May fit once somebody has asked; never ranked. */
    record AskFirstView(ResourceView resource, List<String> because, List<String> check, List<String> advice) {}

    record PlanView(List<StepView> steps) {}

    /** @param choices what the client may say at the check-in; nothing advances by itself */
    record StepView(
            int stage,
            List<ActionView> actions,
            String goal,
            @Nullable Integer checkInDays,
            List<String> choices) {}

    record ActionView(
            String type,
            @Nullable UUID resourceId,
            @Nullable String tieRole,
            @Nullable Integer exposureLevel,

            @Schema(description = "The resource itself, where it is not among the results") @Nullable
            ResourceView resource) {}

    /** @param code the field of the request that an answer would fill */
    record Question(String code, String text) {}
}
