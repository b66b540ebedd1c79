package org.kith.matching.eligibility;

import java.util.List;
import java.util.Map;
import org.kith.matching.candidate.AreaSignature;
import org.kith.matching.candidate.Block;
import org.kith.matching.candidate.Candidate;
import org.kith.matching.candidate.Columns;
import org.kith.matching.candidate.Earth;
import org.kith.matching.candidate.Place;
import org.kith.matching.candidate.Planes;
import org.kith.matching.code.CodeSet;
import org.kith.matching.code.Format;
import org.kith.matching.query.Where;

/** H5 over a block, as {@link AreaFilter} has it one by one; it also keeps the distances that it worked out. */
final class BitArea implements BitFilter {
    static final int UNKNOWN = -1;
    private static final CodeSet<Format> IN_PERSON = CodeSet.of(Format.IN_PERSON);

    private final Client client;
    private final CodeSet<Format> remote;
    private final CodeSet<Format> usableRemote;
    private int[] meters = new int[0];

    BitArea(Client client) {
        this.client = client;
        remote = CodeSet.of(Format.class, List.of(Format.values())).without(IN_PERSON);
        usableRemote = client.usable.without(IN_PERSON);
    }

    /** By row of the block that was asked last: to the nearest place, for rows where going there is a way to take part. */
    int[] meters() {
        return meters;
    }

    @Override
    public void apply(Block block, long[] alive, long[] fail, long[] ask) {
        long[] noneUsable = Mask.not(Mask.any(block, client.usable));
        long[] noneStated = Mask.not(Mask.stated(block, Format.class));
        long[] goThere = ways(block, client.usable.and(IN_PERSON), IN_PERSON, noneUsable, noneStated);
        long[] fromAfar = ways(block, usableRemote, remote, noneUsable, noneStated);
        long[] served = served(block);

        long[] near = Mask.and(goThere, alive);
        meters(block, near, served);
        Mask.or(near, Mask.and(fromAfar, served));
        Mask.or(fail, Mask.not(near));
    }

    private static long[] ways(
            Block block, CodeSet<Format> usable, CodeSet<Format> all, long[] noneUsable, long[] noneStated) {
        long[] rows = Mask.and(Mask.any(block, all), noneUsable);
        Mask.or(rows, Mask.any(block, usable));
        return Mask.or(rows, noneStated);
    }

    private long[] served(Block block) {
        Where where = client.query.where();
        long[] served = Mask.none(block);
        for (Map.Entry<AreaSignature, long[]> area : block.areas().entrySet()) {
            if (area.getKey().serves(where.country(), where.region()) != AreaSignature.Served.NO) {
                Mask.or(served, area.getValue());
            }
        }
        return served;
    }

    /** Takes out of the rows those that are too far, or whose area is the wrong one where no distance is known. */
    private void meters(Block block, long[] rows, long[] served) {
        if (meters.length < block.size()) {
            meters = new int[block.size()];
        }
        long[] onePlace = Mask.is(block, Planes.Plain.ONE_PLACE);
        long[] severalPlaces = Mask.is(block, Planes.Plain.SEVERAL_PLACES);
        for (int word = 0; word < rows.length; word++) {
            for (long left = rows[word]; left != 0; left &= left - 1) {
                long bit = left & -left;
                int row = (word << 6) + Long.numberOfTrailingZeros(left);
                int distance = UNKNOWN;
                if ((onePlace[word] & bit) != 0) {
                    distance = distance(block.columns(), row);
                } else if ((severalPlaces[word] & bit) != 0) {
                    distance = nearest(block.listing(row));
                }
                meters[row] = distance;
                boolean in = distance <= client.maxMeters;
                if (distance == UNKNOWN) {
                    in = (served[word] & bit) != 0;
                }
                rows[word] = in ? rows[word] : rows[word] & ~bit;
            }
        }
    }

    private int distance(Columns columns, int row) {
        Earth.Vector from = client.point;
        return from == null
                ? UNKNOWN
                : Earth.meters(from.x(), from.y(), from.z(), columns.x[row], columns.y[row], columns.z[row]);
    }

    private int nearest(Candidate listing) {
        Earth.Vector from = client.point;
        int nearest = UNKNOWN;
        if (from != null) {
            for (Place place : listing.whereabouts().places()) {
                int distance = Earth.meters(from, Earth.vector(place.latitude(), place.longitude()));
                nearest = nearest == UNKNOWN ? distance : Math.min(nearest, distance);
            }
        }
        return nearest;
    }
}
