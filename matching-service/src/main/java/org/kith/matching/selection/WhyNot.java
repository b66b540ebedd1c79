package org.kith.matching.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.matching.eligibility.Filter;

/** Why a listing is not among the results. */
public sealed interface WhyNot {

    /** The directory has no such listing, or it has to stay unknown to this client. */
    record Unknown() implements WhyNot {}

    /** A safety rule speaks against it; nothing more is said. */
    record NotSuitable() implements WhyNot {}

    /**
     * Filters speak against it.
     *
     * @param failing in their order
     * @param relaxation the smallest single change of the request that would let it in, such as {@code max_distance_km 32}
     */
    record Filtered(List<Filter> failing, @Nullable String relaxation) implements WhyNot {}

    /** Nothing speaks against it, but something must be asked first. */
    record AskBefore(List<Filter> because) implements WhyNot {}

    /**
     * It was ranked, and others came before it.
     *
     * @param rank by score alone, from 1
     * @param missing millionths between its score and that of the last result; 0 where it lost to a rule of the set
     */
    record Outranked(long rank, long missing) implements WhyNot {}

    /** @param position from 1 */
    record Shown(int position) implements WhyNot {}
}
