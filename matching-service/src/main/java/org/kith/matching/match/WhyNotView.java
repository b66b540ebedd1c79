package org.kith.matching.match;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kith.matching.eligibility.Filter;
import org.kith.matching.selection.WhyNot;
import org.kith.web.Problems;

/** Why a resource is not among the results. */
@Schema(description = "One verdict, with what belongs to it")
record WhyNotView(
        @Schema(enumeration = {"NOT_SUITABLE", "FILTERED", "ASK_FIRST", "OUTRANKED", "SHOWN"})
        String verdict,

        @Schema(description = "The failing filters in their order") @Nullable
        List<String> filters,

        @Schema(description = "The smallest single change that would let it in, such as max_distance_km 32") @Nullable
        String relaxation,

        @Schema(description = "By score alone, from 1") @Nullable
        Long rank,

        @Schema(description = "The score it lacks to be shown; 0 where it lost to a rule of the set") @Nullable
        BigDecimal missingScore,

        @Schema(description = "Its place among the results, from 1") @Nullable
        Integer position) {

    private static final int MICRO_DIGITS = 6;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for what is unknown, or has to stay so */
    static WhyNotView of(WhyNot why) {
        return switch (why) {
            case WhyNot.Unknown ignored -> throw Problems.notFound();
            case WhyNot.NotSuitable ignored -> new WhyNotView("NOT_SUITABLE", null, null, null, null, null);
            case WhyNot.Filtered filtered ->
                new WhyNotView("FILTERED", names(filtered.failing()), filtered.relaxation(), null, null, null);
            case WhyNot.AskBefore ask -> new WhyNotView("ASK_FIRST", names(ask.because()), null, null, null, null);
            case WhyNot.Outranked outranked ->
                new WhyNotView(
                        "OUTRANKED",
                        null,
                        null,
                        outranked.rank(),
                        BigDecimal.valueOf(outranked.missing(), MICRO_DIGITS),
                        null);
            case WhyNot.Shown shown -> new WhyNotView("SHOWN", null, null, null, null, shown.position());
        };
    }

    private static List<String> names(List<Filter> filters) {
        return filters.stream().map(Filter::name).toList();
    }
}
