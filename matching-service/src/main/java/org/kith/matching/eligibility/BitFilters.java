package org.kith.matching.eligibility;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kith.matching.candidate.Block;
import org.kith.matching.candidate.Directory;

/**
 * All the filters for one client, asked of whole blocks of the index. It counts how many listings each filter took first;
 * reach (H5) is asked before the others, because most of a directory is elsewhere and is never looked at.
 */
public final class BitFilters {
    private static final List<Filter> ORDER = order();

    private final List<BitFilter> filters = new ArrayList<>();
    private final BitArea area;
    private final long[] counts = new long[Filter.values().length];
    private long[] eligible = new long[0];
    private long[] askFirst = new long[0];

    public BitFilters(Client client, Directory directory) {
        area = new BitArea(client);
        for (Filter filter : ORDER) {
            filters.add(filter(filter, client, directory));
        }
    }

    /** Asks the rows of the block from {@code from} to before {@code to}. */
    public void run(Block block, int from, int to) {
        long[] alive = rows(block, from, to);
        long[] ask = Mask.none(block);
        for (int i = 0; i < filters.size() && !Mask.isEmpty(alive); i++) {
            long[] fail = Mask.none(block);
            filters.get(i).apply(block, alive, fail, ask);
            counts[ORDER.get(i).ordinal()] += Mask.count(Mask.and(fail, alive));
            Mask.andNot(alive, fail);
        }
        askFirst = Mask.and(ask, alive);
        eligible = Mask.andNot(alive, ask);
    }

    /** The rows of the last block that may be ranked. */
    public long[] eligible() {
        return eligible;
    }

    /** The rows of the last block that only a question stands in the way of. */
    public long[] askFirst() {
        return askFirst;
    }

    /** By row of the last block: metres to its nearest place, or −1, for the rows that one can go to. */
    public int[] meters() {
        return area.meters();
    }

    /** How many listings each filter took first, in the filters' order; those in no block that was asked are H5's. */
    public Map<Filter, Long> filtered(long notAsked) {
        Map<Filter, Long> filtered = new EnumMap<>(Filter.class);
        for (Filter filter : Filter.values()) {
            long count = counts[filter.ordinal()] + (filter == Filter.H5_AREA ? notAsked : 0);
            if (count > 0) {
                filtered.put(filter, count);
            }
        }
        return filtered;
    }

    private static long[] rows(Block block, int from, int to) {
        long[] rows = Mask.none(block);
        for (int row = from; row < to; row++) {
            rows[row >> 6] |= 1L << row;
        }
        return rows;
    }

    private BitFilter filter(Filter filter, Client client, Directory directory) {
        return switch (filter) {
            case H1_STATUS -> BitStanding::status;
            case H2_STALE -> BitStanding.stale(client);
            case H3_NEVER_SHOW -> BitStanding.neverShow(client);
            case H4_AGE -> BitReach.age(client);
            case H5_AREA -> area;
            case H6_FORMAT -> BitReach.format(client);
            case H7_LANGUAGE -> BitReach.language(client);
            case H8_COST -> BitReach.cost(client);
            case H9_ACCESSIBILITY -> BitReach.access(client);
            case H10_REQUIREMENTS -> BitPeople.requirements(client);
            case H11_AVOID -> BitPeople.avoid(client, directory);
            case H12_EXCLUSIVE_AUDIENCE -> BitPeople.audience(client);
            case H13_GENDER_REQUIRED -> BitPeople.gender(client);
            case H14_GROUP_SIZE -> BitReach.groupSize(client);
            case H15_AFFIRMING -> BitPeople.affirming(client);
            case H16_OTHER_FAITH -> BitPeople.otherFaith(client);
            case H17_SAFETY_KIND -> BitStanding.safetyKind(client);
            case H18_TRIED -> BitStanding.tried(client, directory);
        };
    }

    private static List<Filter> order() {
        List<Filter> order = new ArrayList<>(List.of(Filter.values()));
        order.remove(Filter.H5_AREA);
        order.addFirst(Filter.H5_AREA);
        return List.copyOf(order);
    }
}
