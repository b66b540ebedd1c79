package org.kith.directory.tagging;

import java.util.BitSet;

/**
 * One rule for one code, with its phrases as numbers.
 *
 * @param id such as {@code need/grief/bereavement}
 * @param any of which each sets it off
 * @param points by the ordinal of {@link WordField}; 0 where the rule does not look
 * @param notIn longer phrases of which a phrase is only a part
 * @param near of which one has to stand within {@code window} words
 * @param unlessNear of which none may stand within {@code window} words
 * @param unlessBefore of which none may stand just before
 * @param unlessAfter of which none may stand just after
 * @param with of which one has to stand anywhere in the listing
 * @param without of which none may stand anywhere in the listing
 * @param withoutInName of which none may stand in a name
 * @param plain whether it also counts where the text says "no" before
 */
@SuppressWarnings("ArrayRecordComponent") // Points are read, not compared.
record Rule(
        String id,
        String taxonomy,
        String code,
        BitSet any,
        double[] points,
        BitSet notIn,
        BitSet near,
        BitSet unlessNear,
        BitSet unlessBefore,
        BitSet unlessAfter,
        BitSet with,
        BitSet without,
        BitSet withoutInName,
        int window,
        boolean plain) {}
