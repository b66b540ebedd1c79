package org.kith.matching.selection;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.kith.matching.candidate.Block;
import org.kith.matching.candidate.CellKey;
import org.kith.matching.candidate.Directory;
import org.kith.matching.code.Format;
import org.kith.matching.code.Kind;
import org.kith.matching.code.SupportType;
import org.kith.matching.eligibility.BitAvoided;
import org.kith.matching.eligibility.BitFilters;
import org.kith.matching.eligibility.Client;
import org.kith.matching.eligibility.Filter;
import org.kith.matching.policy.PolicyFile;
import org.kith.matching.query.MatchQuery;
import org.kith.matching.query.Where;
import org.kith.matching.scoring.RowReader;
import org.kith.matching.scoring.Scorer;
import org.kith.matching.scoring.Signals;

/** Goes once over all listings in reach: filters them block by block, and tells a visitor the score of each that is left. */
final class Scan {
    private static final int METERS_PER_KM = 1000;
    private static final int PRACTICAL = 1 << SupportType.PRACTICAL.ordinal();
    private static final int PRACTICAL_SERVICE = Kind.PRACTICAL_SERVICE.ordinal();
    private static final int IN_PERSON = 1 << Format.IN_PERSON.ordinal();

    private final MatchQuery query;
    private final PolicyFile policy;
    private final Directory directory;
    private final BitFilters filters;
    private final RowReader rows;
    private final Scorer scorer;
    private final Signals signals = new Signals();
    private final int today;
    private long looked;
    private long eligible;

    /** Takes what the scan finds, with as little as it needs to decide whether to look closer. */
    interface Visitor {
        void see(Found found, long score, boolean askFirst);
    }

    /** A row of the index as it is passed over; valid only during the call. */
    static final class Found {
        private Block block;
        private int row;
        private final int today;

        private Found(Block block, int today) {
            this.block = block;
            this.today = today;
        }

        int kind() {
            return block.columns().kind[row];
        }

        boolean isPractical() {
            return kind() == PRACTICAL_SERVICE || (block.columns().supportTypes[row] & PRACTICAL) != 0;
        }

        boolean isGeneralOrWelcoming() {
            return !block.columns().forItsAudience[row];
        }

        boolean isRemote() {
            return (block.columns().formats[row] & ~IN_PERSON) != 0;
        }

        Ranked ranked(long score, long band) {
            return new Ranked(
                    score,
                    score / band,
                    block.columns().assuredDay[row],
                    Ranked.shuffle(block.columns().idHash[row], today),
                    block.listing(row));
        }
    }

    Scan(MatchQuery query, PolicyFile policy, Directory directory) {
        this(query, policy, directory, new Client(query, policy.filters()));
    }

    private Scan(MatchQuery query, PolicyFile policy, Directory directory, Client client) {
        this(query, policy, directory, client, new Scorer(query, policy, client));
    }

    Scan(MatchQuery query, PolicyFile policy, Directory directory, Client client, Scorer scorer) {
        this.query = query;
        this.policy = policy;
        this.directory = directory;
        filters = new BitFilters(client, directory);
        rows = new RowReader(query, new BitAvoided(client, directory));
        this.scorer = scorer;
        today = (int) LocalDate.ofInstant(query.now(), ZoneOffset.UTC).toEpochDay();
    }

    void run(Visitor visitor) {
        Where where = query.where();
        Integer max = where.maxDistanceMeters();
        int meters = max == null ? policy.filters().defaultMaxDistanceKm() * METERS_PER_KM : max;
        var ranges = CellKey.inReach(where.latitude(), where.longitude(), meters, where.country(), where.region());
        for (CellKey.Range range : ranges) {
            for (int i = directory.firstBlock(range); directory.mayHold(i, range); i++) {
                Block block = directory.block(i);
                int from = block.from(range);
                int to = block.to(range);
                if (from < to) {
                    visit(block, from, to, visitor);
                }
            }
        }
    }

    long eligible() {
        return eligible;
    }

    Map<Filter, Long> filtered() {
        return filters.filtered(directory.size() - looked);
    }

    private void visit(Block block, int from, int to, Visitor visitor) {
        filters.run(block, from, to);
        looked += to - from;
        rows.enter(block);
        Found found = new Found(block, today);
        eligible += each(filters.eligible(), found, visitor, false);
        each(filters.askFirst(), found, visitor, true);
    }

    private long each(long[] mask, Found found, Visitor visitor, boolean askFirst) {
        long count = 0;
        for (int word = 0; word < mask.length; word++) {
            for (long left = mask[word]; left != 0; left &= left - 1) {
                found.row = (word << 6) + Long.numberOfTrailingZeros(left);
                int formats = found.block.columns().formats[found.row];
                boolean goThere = formats == 0 || (formats & IN_PERSON) != 0;
                rows.read(found.row, goThere ? filters.meters()[found.row] : Signals.UNKNOWN, signals);
                visitor.see(found, scorer.score(signals), askFirst);
                count++;
            }
        }
        return count;
    }
}
