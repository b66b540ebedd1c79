package org.kith.matching.eligibility;

import org.kith.matching.candidate.Block;

/** A hard filter asked of all listings of a block at once. */
@FunctionalInterface
interface BitFilter {
    /**
     * Adds the rows that fail to {@code fail}, and those to ask first to {@code ask}; bits beyond the last row and of rows
     * that failed before do not matter. Only rows of {@code alive} need an answer.
     */
    void apply(Block block, long[] alive, long[] fail, long[] ask);
}
