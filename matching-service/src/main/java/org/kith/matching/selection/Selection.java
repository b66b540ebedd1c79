package org.kith.matching.selection;

import java.util.List;
import java.util.Map;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.eligibility.Filter;

/**
 * The answer of the kernel to one query.
 *
 * @param results at most {@code k}, in the order they are shown
 * @param runnersUp the best of those that were not chosen, best first: a plan may need a step that no result offers
 * @param askFirst at most five
 * @param eligible how many could have been ranked
 * @param filtered how many listings each filter took first, in the filters' order; a filter that took none is absent
 */
public record Selection(
        List<Selected> results,
        List<Candidate> runnersUp,
        List<AskFirst> askFirst,
        long eligible,
        Map<Filter, Long> filtered) {}
