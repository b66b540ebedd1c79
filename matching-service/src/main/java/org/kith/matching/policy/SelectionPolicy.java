package org.kith.matching.policy;

import java.util.Set;
import org.kith.matching.code.Kind;

/**
 * How the set is put together.
 *
 * @param band scores within one band tie
 * @param best how many of the best by score the set is chosen from
 * @param relevance λ of xQuAD
 * @param coverageFactor how much an uncovered type that is wanted weighs
 * @param coveredAgain what is left of a type's weight each time that a chosen listing covers it
 * @param generalOfTen how many of ten stay general or welcoming when identity was stated
 * @param remoteShare the most that may be remote for somebody who lives too much on line
 * @param practicalWithin the first practical resource comes within so many
 * @param soonWithin an open line comes within so many when a need cannot wait long
 */
public record SelectionPolicy(
        long band,
        int best,
        long relevance,
        long coverageFactor,
        long coveredAgain,
        int perOrganization,
        int generalOfTen,
        long remoteShare,
        int practicalWithin,
        int soonWithin,
        Set<Kind> lineKinds) {}
