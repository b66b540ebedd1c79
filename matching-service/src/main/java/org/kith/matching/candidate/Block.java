package org.kith.matching.candidate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.matching.code.Approach;
import org.kith.matching.code.Audience;
import org.kith.matching.code.Feature;
import org.kith.matching.code.Flag;
import org.kith.matching.code.Format;
import org.kith.matching.code.Gender;
import org.kith.matching.code.Requirement;

/**
 * Up to {@value #MOST} listings that stand next to each other, as bit planes and columns. Never changed: an update makes a
 * new block.
 */
public final class Block {
    static final int MOST = 512;

    /** An age limit as stated; few listings differ in it. */
    public record Ages(@Nullable Integer minimum, @Nullable Integer maximum) {}

    final Candidate[] listings;
    final long[] keys;
    private final int words;
    private final long[] @Nullable [] planes = new long[Planes.COUNT][];
    private final Map<String, long[]> topics = new HashMap<>();
    private final Map<String, long[]> spoken = new HashMap<>();
    private final Map<String, long[]> interpreted = new HashMap<>();
    private final Map<AreaSignature, long[]> areas = new LinkedHashMap<>();
    private final Map<Ages, long[]> ages = new LinkedHashMap<>();
    private final Columns columns;

    /** @param listings in the order of their keys, then of their ids */
    Block(Candidate[] listings, long[] keys) {
        this.listings = listings;
        this.keys = keys;
        words = (listings.length + 63) / 64;
        columns = new Columns(listings);
        for (int row = 0; row < listings.length; row++) {
            index(listings[row], row);
        }
    }

    public int size() {
        return listings.length;
    }

    /** How many words a plane has. */
    public int words() {
        return words;
    }

    public Candidate listing(int row) {
        return listings[row];
    }

    public Columns columns() {
        return columns;
    }

    /** Who has the code; null where nobody has. */
    public long @Nullable [] plane(int plane) {
        return planes[plane];
    }

    public long @Nullable [] topic(String topic) {
        return topics.get(topic);
    }

    public long @Nullable [] spoken(String language) {
        return spoken.get(language);
    }

    public long @Nullable [] interpreted(String language) {
        return interpreted.get(language);
    }

    /** Who shares which area. */
    public Map<AreaSignature, long[]> areas() {
        return areas;
    }

    /** Who shares which age limits. */
    public Map<Ages, long[]> ages() {
        return ages;
    }

    /** The rows from the first whose key is not below {@code range.first()} to before the first above {@code range.last()}. */
    public int from(CellKey.Range range) {
        return firstNotBelow(range.first());
    }

    public int to(CellKey.Range range) {
        return range.last() == Long.MAX_VALUE ? keys.length : firstNotBelow(range.last() + 1);
    }

    /** The row of a listing that this very block holds, or −1. */
    public int rowOf(Candidate listing) {
        long key = CellKey.of(listing);
        for (int row = firstNotBelow(key); row < keys.length && keys[row] == key; row++) {
            if (listings[row].id().equals(listing.id())) {
                return row;
            }
        }
        return -1;
    }

    private int firstNotBelow(long key) {
        int low = 0;
        int high = keys.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void index(Candidate listing, int row) {
        Offer offer = listing.offer();
        Welcome welcome = listing.welcome();
        plain(Planes.Plain.CODED, listing.coded(), row);
        plain(Planes.Plain.REQUIRES_UNCLEAR, welcome.requiresUnclear(), row);
        plain(Planes.Plain.FAITH_BASED, listing.isFaithBased(), row);
        plain(Planes.Plain.STATES_LANGUAGES, !welcome.languages().isEmpty(), row);
        plain(Planes.Plain.ONE_PLACE, listing.whereabouts().places().size() == 1, row);
        plain(Planes.Plain.SEVERAL_PLACES, listing.whereabouts().places().size() > 1, row);
        set(listing.standing().status(), row);
        set(offer.kind(), row);
        set(listing.groupSize(), row);
        set(welcome.audienceMode(), row);
        set(offer.cost(), row);
        set(welcome.tradition(), row);
        set(welcome.religiousContent(), row);
        set(welcome.affirming(), row);
        all(Format.class, offer.formats().bits(), row);
        all(Feature.class, offer.features().bits(), row);
        all(Audience.class, welcome.audiences().bits(), row);
        all(Gender.class, welcome.openTo().bits(), row);
        all(Approach.class, offer.approaches().bits(), row);
        all(Requirement.class, welcome.requires().bits(), row);
        all(Flag.class, listing.standing().flags().bits(), row);
        each(topics, offer.topics(), row);
        each(spoken, welcome.languages(), row);
        each(interpreted, welcome.interpreters(), row);
        each(areas, List.of(AreaSignature.of(listing.whereabouts())), row);
        each(ages, List.of(new Ages(welcome.minimumAge(), welcome.maximumAge())), row);
    }

    private void plain(Planes.Plain fact, boolean holds, int row) {
        if (holds) {
            set(fact, row);
        }
    }

    private void all(Class<?> list, long codes, int row) {
        int first = codes == 0 ? 0 : Planes.first(list);
        for (long left = codes; left != 0; left &= left - 1) {
            set(first + Long.numberOfTrailingZeros(left), row);
        }
    }

    private void set(@Nullable Enum<?> code, int row) {
        if (code != null) {
            set(Planes.of(code), row);
        }
    }

    private void set(int plane, int row) {
        long[] bits = planes[plane];
        if (bits == null) {
            bits = new long[words];
            planes[plane] = bits;
        }
        bits[row >> 6] |= 1L << row;
    }

    private <T> void each(Map<T, long[]> into, List<T> values, int row) {
        for (T value : values) {
            into.computeIfAbsent(value, v -> new long[words])[row >> 6] |= 1L << row;
        }
    }

    @Override
    public String toString() {
        return "Block of " + listings.length + " from "
                + Arrays.stream(keys).min().orElse(0);
    }
}
