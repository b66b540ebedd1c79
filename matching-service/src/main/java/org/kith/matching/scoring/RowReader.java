package org.kith.matching.scoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.matching.candidate.Block;
import org.kith.matching.candidate.Columns;
import org.kith.matching.eligibility.BitAvoided;
import org.kith.matching.query.Avoidance;
import org.kith.matching.query.LanguageWish;
import org.kith.matching.query.MatchQuery;

/** Reads {@link Signals} from the rows of a block: what is a text in the request is looked up once for the whole block. */
public final class RowReader {
    private final MatchQuery query;
    private final BitAvoided avoided;
    private final List<long[]> interests = new ArrayList<>();
    private final List<long[]> preferNots = new ArrayList<>();
    private long @Nullable [] interpreterOnly;
    private @Nullable Columns columns;

    public RowReader(MatchQuery query, BitAvoided avoided) {
        this.query = query;
        this.avoided = avoided;
    }

    /** Turns to a block. */
    public void enter(Block block) {
        columns = block.columns();
        interests.clear();
        for (String interest : query.interests()) {
            long[] rows = block.topic(interest);
            if (rows != null) {
                interests.add(rows);
            }
        }
        preferNots.clear();
        for (Avoidance avoidance : query.preferNot()) {
            preferNots.add(avoided.yes(block, avoidance));
        }
        interpreterOnly = interpreterOnly(block);
    }

    /** Reads a row; the metres are those to its nearest place, or −1. */
    public void read(int row, int meters, Signals into) {
        Columns from = columns;
        if (from == null) {
            throw new IllegalStateException("Enter a block first");
        }
        into.kind = from.kind[row];
        into.needs = from.needs[row];
        into.supportTypes = from.supportTypes[row];
        into.sources = from.sources[row];
        into.formats = from.formats[row];
        into.facts = from.facts[row];
        into.audiences = from.audiences[row];
        into.forItsAudience = from.forItsAudience[row];
        into.tradition = from.tradition[row];
        into.requires = from.requires[row];
        into.assuredDay = from.assuredDay[row];
        into.capacity = from.capacity[row];
        into.waitDays = from.waitDays[row];
        into.minimumAge = from.minimumAge[row];
        into.meters = meters;
        into.interests = 0;
        for (int i = 0; i < interests.size(); i++) {
            into.interests += has(interests.get(i), row) ? 1 : 0;
        }
        into.interpreterOnly = interpreterOnly != null && has(interpreterOnly, row);
        into.preferNots = 0;
        for (int i = 0; i < preferNots.size(); i++) {
            into.preferNots |= has(preferNots.get(i), row) ? 1L << i : 0;
        }
    }

    private long @Nullable [] interpreterOnly(Block block) {
        long[] rows = null;
        for (LanguageWish wish : query.languages()) {
            long[] interpreted = block.interpreted(wish.language());
            if (!wish.interpreterOk() && interpreted != null) {
                rows = rows == null ? new long[block.words()] : rows;
                for (int i = 0; i < rows.length; i++) {
                    rows[i] |= interpreted[i];
                }
            }
        }
        for (LanguageWish wish : query.languages()) {
            long[] spoken = block.spoken(wish.language());
            for (int i = 0; rows != null && spoken != null && i < rows.length; i++) {
                rows[i] &= ~spoken[i];
            }
        }
        return rows;
    }

    private static boolean has(long[] rows, int row) {
        return (rows[row >> 6] & 1L << row) != 0;
    }
}
