package org.kith.matching.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * All listings at one moment. A request works on one of these and sees nothing of what changes meanwhile; a change makes a
 * new one that shares every block it does not touch. What it answers does not depend on the order of the changes.
 */
public final class Directory {
    private static final int FILL = Block.MOST / 2;
    private static final int SHELVES = 4096;
    private static final Comparator<Candidate> BY_ID = Comparator.comparing(Candidate::id);
    private static final Comparator<Keyed> ORDER = Comparator.comparingLong(Keyed::key)
            .thenComparing(keyed -> keyed.listing().id());

    private final Block[] blocks;
    /** Sorted by id, by the shelf of the id. */
    private final Candidate[][] shelves;

    private final int size;

    private record Keyed(long key, Candidate listing) {}

    private Directory(Block[] blocks, Candidate[][] shelves, int size) {
        this.blocks = blocks;
        this.shelves = shelves;
        this.size = size;
    }

    public static Directory empty() {
        Candidate[][] shelves = new Candidate[SHELVES][];
        Arrays.fill(shelves, new Candidate[0]);
        return new Directory(new Block[0], shelves, 0);
    }

    public static Directory of(Collection<Candidate> listings) {
        return empty().with(listings, List.of());
    }

    public int size() {
        return size;
    }

    /** In the order of their keys. */
    public List<Block> blocks() {
        return Arrays.asList(blocks);
    }

    public Optional<Candidate> find(UUID id) {
        for (Candidate listing : shelves[shelf(id)]) {
            if (listing.id().equals(id)) {
                return Optional.of(listing);
            }
        }
        return Optional.empty();
    }

    /** The positions of the first block and after the last block that can hold a key of the range. */
    public int firstBlock(CellKey.Range range) {
        int low = 0;
        int high = blocks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks[middle].keys[blocks[middle].keys.length - 1] < range.first()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public Block block(int position) {
        return blocks[position];
    }

    public int blockCount() {
        return blocks.length;
    }

    public boolean mayHold(int position, CellKey.Range range) {
        return position < blocks.length && blocks[position].keys[0] <= range.last();
    }

    /** The directory after a batch of changes; of several puts of one id the last one counts, and removals come first. */
    public Directory with(Collection<Candidate> puts, Collection<UUID> removals) {
        Map<UUID, Candidate> fresh = new LinkedHashMap<>();
        puts.forEach(listing -> fresh.put(listing.id(), listing));
        Set<UUID> gone = new HashSet<>(removals);
        gone.addAll(fresh.keySet());
        List<Candidate> old = gone.stream().flatMap(id -> find(id).stream()).toList();

        Map<Integer, List<Keyed>> arriving = new TreeMap<>();
        fresh.values().forEach(listing -> {
            Keyed keyed = new Keyed(CellKey.of(listing), listing);
            arriving.computeIfAbsent(home(keyed), home -> new ArrayList<>()).add(keyed);
        });
        Set<Integer> touched = new HashSet<>(arriving.keySet());
        old.forEach(listing -> touched.add(home(new Keyed(CellKey.of(listing), listing))));

        List<Block> next = new ArrayList<>();
        for (int i = 0; i < Math.max(1, blocks.length); i++) {
            if (touched.contains(i)) {
                next.addAll(rebuilt(i, gone, arriving.getOrDefault(i, List.of())));
            } else if (i < blocks.length) {
                next.add(blocks[i]);
            }
        }
        int count = size - old.size() + fresh.size();
        Directory changed = new Directory(next.toArray(Block[]::new), shelved(gone, fresh.values()), count);
        return changed.isFragmented() ? changed.packed() : changed;
    }

    /** The block in whose stretch of keys the listing belongs. */
    private int home(Keyed keyed) {
        int low = 0;
        int high = blocks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            Keyed first = new Keyed(blocks[middle].keys[0], blocks[middle].listings[0]);
            if (ORDER.compare(first, keyed) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private List<Block> rebuilt(int position, Set<UUID> gone, List<Keyed> arriving) {
        List<Keyed> rows = new ArrayList<>(arriving);
        if (position < blocks.length) {
            Block block = blocks[position];
            for (int row = 0; row < block.size(); row++) {
                if (!gone.contains(block.listing(row).id())) {
                    rows.add(new Keyed(block.keys[row], block.listing(row)));
                }
            }
        }
        rows.sort(ORDER);
        return cut(rows, rows.size() <= Block.MOST ? Block.MOST : FILL);
    }

    private static List<Block> cut(List<Keyed> rows, int most) {
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += most) {
            List<Keyed> part = rows.subList(from, Math.min(rows.size(), from + most));
            blocks.add(new Block(
                    part.stream().map(Keyed::listing).toArray(Candidate[]::new),
                    part.stream().mapToLong(Keyed::key).toArray()));
        }
        return blocks;
    }

    private Candidate[][] shelved(Set<UUID> gone, Collection<Candidate> fresh) {
        Map<Integer, List<Candidate>> arriving = new HashMap<>();
        fresh.forEach(listing -> arriving.computeIfAbsent(shelf(listing.id()), shelf -> new ArrayList<>())
                .add(listing));
        Candidate[][] next = shelves.clone();
        Set<Integer> touched = new HashSet<>(arriving.keySet());
        gone.forEach(id -> touched.add(shelf(id)));
        for (int shelf : touched) {
            List<Candidate> kept = new ArrayList<>(arriving.getOrDefault(shelf, List.of()));
            for (Candidate listing : shelves[shelf]) {
                if (!gone.contains(listing.id())) {
                    kept.add(listing);
                }
            }
            kept.sort(BY_ID);
            next[shelf] = kept.toArray(Candidate[]::new);
        }
        return next;
    }

    private boolean isFragmented() {
        return blocks.length > 16 + 4 * (size / Block.MOST);
    }

    private Directory packed() {
        List<Keyed> rows = new ArrayList<>(size);
        for (Block block : blocks) {
            for (int row = 0; row < block.size(); row++) {
                rows.add(new Keyed(block.keys[row], block.listing(row)));
            }
        }
        return new Directory(cut(rows, FILL).toArray(Block[]::new), shelves, size);
    }

    private static int shelf(UUID id) {
        long mixed = (id.getMostSignificantBits() ^ id.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 52);
    }
}
