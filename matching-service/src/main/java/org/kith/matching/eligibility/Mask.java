package org.kith.matching.eligibility;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.Block;
import org.kith.matching.candidate.Planes;
import org.kith.matching.code.Code;
import org.kith.matching.code.CodeSet;

/** Sets of rows of one block, a bit each. The operations return a new mask, or change the first and return it. */
final class Mask {
    private Mask() {}

    static long[] none(Block block) {
        return new long[block.words()];
    }

    static long[] all(Block block) {
        long[] mask = none(block);
        for (int row = 0; row < block.size(); row++) {
            mask[row >> 6] |= 1L << row;
        }
        return mask;
    }

    static long[] copy(Block block, long @Nullable [] plane) {
        return plane == null ? none(block) : plane.clone();
    }

    static long[] is(Block block, Enum<?> code) {
        return copy(block, block.plane(Planes.of(code)));
    }

    /** Who has any of the codes. */
    static long[] any(Block block, Collection<? extends Enum<?>> codes) {
        long[] mask = none(block);
        for (Enum<?> code : codes) {
            or(mask, block.plane(Planes.of(code)));
        }
        return mask;
    }

    static <E extends Enum<E> & Code> long[] any(Block block, CodeSet<E> codes) {
        return any(block, codes.toList());
    }

    /** Who states any code of the list. */
    static long[] stated(Block block, Class<? extends Enum<?>> list) {
        return any(block, List.of(list.getEnumConstants()));
    }

    static long[] or(long[] mask, long @Nullable [] other) {
        if (other != null) {
            for (int i = 0; i < mask.length; i++) {
                mask[i] |= other[i];
            }
        }
        return mask;
    }

    static long[] and(long[] mask, long @Nullable [] other) {
        for (int i = 0; i < mask.length; i++) {
            mask[i] &= other == null ? 0 : other[i];
        }
        return mask;
    }

    static long[] andNot(long[] mask, long @Nullable [] other) {
        if (other != null) {
            for (int i = 0; i < mask.length; i++) {
                mask[i] &= ~other[i];
            }
        }
        return mask;
    }

    /** The bits beyond the last row come out set; every use ends in an AND with real rows. */
    static long[] not(long[] mask) {
        for (int i = 0; i < mask.length; i++) {
            mask[i] = ~mask[i];
        }
        return mask;
    }

    static boolean isEmpty(long[] mask) {
        for (long word : mask) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    static long count(long[] mask) {
        long count = 0;
        for (long word : mask) {
            count += Long.bitCount(word);
        }
        return count;
    }
}
