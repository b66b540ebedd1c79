package org.kith.matching.eligibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.matching.candidate.Block;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Columns;
import org.kith.matching.candidate.Directory;
import org.kith.matching.candidate.ListingStatus;
import org.kith.matching.candidate.Planes;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Format;
import org.kith.matching.code.Kind;

/** H1–H3, H17 and H18 over a block, as {@link StandingFilters} has them one by one. */
final class BitStanding {
    private static final List<ListingStatus> CLOSED =
            List.of(ListingStatus.INACTIVE, ListingStatus.DEFUNCT, ListingStatus.TEMPORARILY_CLOSED);

    private BitStanding() {}

    static void status(Block block, long[] alive, long[] fail, long[] ask) {
        Mask.or(fail, Mask.any(block, CLOSED));
    }

    static BitFilter stale(Client client) {
        int today = (int) client.today.toEpochDay();
        int oldest = today - client.policy.staleAfterDays();
        int oldestOfCrisisLines = today - client.policy.crisisLineStaleAfterDays();
        byte crisisLine = (byte) Kind.CRISIS_LINE.ordinal();
        return (block, alive, fail, ask) -> {
            Columns columns = block.columns();
            for (int word = 0; word < alive.length; word++) {
                for (long left = alive[word]; left != 0; left &= left - 1) {
                    int row = (word << 6) + Long.numberOfTrailingZeros(left);
                    int assured = columns.assuredDay[row];
                    int limit = columns.kind[row] == crisisLine ? oldestOfCrisisLines : oldest;
                    if (assured < limit && assured != Columns.NEVER) {
                        fail[word] |= left & -left;
                    }
                }
            }
        };
    }

    static BitFilter neverShow(Client client) {
        return (block, alive, fail, ask) -> Mask.or(fail, Mask.any(block, client.policy.neverShow()));
    }

    static BitFilter safetyKind(Client client) {
        return (block, alive, fail, ask) -> {
            if (client.partnerViolence) {
                Mask.or(fail, block.plane(Planes.of(Kind.COUPLES_PROGRAM)));
            }
            if (client.mayBeMinor) {
                long[] places = Mask.is(block, Kind.ONLINE_COMMUNITY);
                Mask.or(places, block.plane(Planes.of(Format.FORUM)));
                Mask.or(fail, Mask.andNot(places, block.plane(Planes.of(Feature.MODERATED))));
            }
        };
    }

    static BitFilter tried(Client client, Directory directory) {
        List<Candidate> bad = found(StandingFilters.triedInVain(client), directory);
        return (block, alive, fail, ask) -> Mask.or(fail, rows(block, bad));
    }

    static List<Candidate> found(Collection<String> ids, Directory directory) {
        List<Candidate> found = new ArrayList<>();
        for (String id : ids) {
            uuid(id).flatMap(directory::find).ifPresent(found::add);
        }
        return found;
    }

    static long[] rows(Block block, List<Candidate> listings) {
        long[] mask = Mask.none(block);
        for (Candidate listing : listings) {
            int row = block.rowOf(listing);
            if (row >= 0) {
                mask[row >> 6] |= 1L << row;
            }
        }
        return mask;
    }

    private static Optional<UUID> uuid(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.toString().equals(id) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
