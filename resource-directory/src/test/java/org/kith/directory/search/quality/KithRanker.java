package org.kith.directory.search.quality;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.places.KnownPlace;
import org.kith.contracts.places.PlaceTable;
import org.kith.directory.hsds.Listing;
import org.kith.directory.search.index.Change;
import org.kith.directory.search.index.Hit;
import org.kith.directory.search.index.ListingIndex;
import org.kith.directory.search.index.Page;
import org.kith.directory.search.index.Point;
import org.kith.directory.search.index.Question;

/** The search as it is. */
public final class KithRanker implements Ranker, Closeable {
    private final ListingIndex index = ListingIndex.inMemory();
    private final Map<String, String> foreignIds = new HashMap<>();

    public KithRanker(Map<String, Listing> byForeignId) throws IOException {
        long change = 0;
        for (Map.Entry<String, Listing> entry : byForeignId.entrySet()) {
            String id = String.valueOf(entry.getValue().id());
            foreignIds.put(id, entry.getKey());
            index.apply(List.of(new Change(id, ++change, entry.getValue())));
        }
        index.refresh();
    }

    @Override
    public List<String> rank(JudgedQuery query) {
        return page(query).hits().stream()
                .map(Hit::id)
                .map(id -> foreignIds.getOrDefault(id, id))
                .toList();
    }

    /** With what the answer says beside the order. */
    public Page page(JudgedQuery query) {
        Map<String, Set<String>> codes = codes(query.filters());
        Double age = codes.containsKey("age")
                ? Double.valueOf(codes.remove("age").iterator().next())
                : null;
        return index.search(new Question(
                query.words(),
                point(query.near()),
                query.radiusKm().isEmpty() ? null : Double.valueOf(query.radiusKm()),
                codes,
                age,
                null,
                Instant.parse("2026-11-22T18:00:00Z"),
                ZoneId.of("America/New_York"),
                null,
                Question.Order.RELEVANCE,
                Marks.LONGEST,
                false,
                null));
    }

    /** Degrees, a postal code or a place, by the tables that the search itself resolves them with. */
    static @Nullable Point point(String near) {
        if (near.isEmpty()) {
            return null;
        }
        String[] degrees = near.split(",");
        if (degrees.length == 2 && degrees[0].matches("[-+.\\d]+")) {
            return new Point(Double.parseDouble(degrees[0].strip()), Double.parseDouble(degrees[1].strip()));
        }
        PlaceTable table = PlaceTable.standard();
        return table.postalCode(near)
                .map(spot -> new Point(spot.latitude(), spot.longitude()))
                .orElseGet(() -> {
                    KnownPlace place = table.named(near).getFirst();
                    return new Point(place.latitude(), place.longitude());
                });
    }

    static Map<String, Set<String>> codes(String filters) {
        Map<String, Set<String>> codes = new HashMap<>();
        for (String filter : filters.split("&")) {
            String[] sides = filter.split("=", 2);
            if (sides.length == 2) {
                codes.computeIfAbsent(sides[0], none -> new LinkedHashSet<>()).add(sides[1]);
            }
        }
        return codes;
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
