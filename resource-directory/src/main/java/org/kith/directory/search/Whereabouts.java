package org.kith.directory.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.contracts.places.KnownPlace;
import org.kith.contracts.places.PlaceTable;
import org.kith.directory.search.index.Gazetteer;
import org.kith.directory.search.index.Point;

/**
 * Where a postal code or a place is: by the tables of the gazetteer, and by the listings held where those say more.
 *
 * <p>The tables know every place whether or not anything is listed there; the listings know those of other countries,
 * and which of several places of one name this directory is about.
 */
final class Whereabouts {
    /** So many times more must mean a place than any other of its name for it to need no state. */
    private static final int CLEARLY = 3;

    private static final int MOST_CANDIDATES = 10;
    private static final double SAME_PLACE_DEGREES = .5;

    private final Held held;
    private final String country;
    private final PlaceTable table = PlaceTable.standard();

    /** What the listings say. */
    interface Held {
        Gazetteer.Found atPostalCode(String code);

        Gazetteer.Found atPlace(String place);
    }

    /** @param country whose postal codes are meant, ISO 3166-1 alpha-2 */
    Whereabouts(Held held, String country) {
        this.held = held;
        this.country = country;
    }

    /**
     * What a name led to.
     *
     * @param candidates the places that it may be, where it is more than one
     * @param suggestions where there is none of the name
     */
    record Answer(@Nullable Point point, List<String> candidates, List<String> suggestions) {
        static Answer at(@Nullable Point point) {
            return new Answer(point, List.of(), List.of());
        }
    }

    Answer postalCode(String written) {
        String code = Gazetteer.postalCode(written);
        boolean tabled = PlaceTable.knowsCodesOf(country);
        Point known = tabled ? table.postalCode(code).map(Whereabouts::point).orElse(null) : null;
        if (known != null) {
            return Answer.at(known);
        }
        Point listed = held.atPostalCode(code).point();
        return listed != null || !tabled ? Answer.at(listed) : new Answer(null, List.of(), table.codesLike(code));
    }

    Answer place(String written) {
        List<KnownPlace> known = table.named(written);
        Gazetteer.Found listed = held.atPlace(written);
        if (!listed.candidates().isEmpty()) {
            return isClear(known) ? Answer.at(point(known.getFirst())) : ambiguous(listed.candidates(), known);
        }
        Point middle = listed.point();
        if (middle != null) {
            // The table's point of the same place does not move with what is listed.
            return Answer.at(known.stream()
                    .map(Whereabouts::point)
                    .filter(point -> isSame(point, middle))
                    .findFirst()
                    .orElse(middle));
        }
        if (known.isEmpty()) {
            return new Answer(null, List.of(), table.namesLike(written));
        }
        return isClear(known) ? Answer.at(point(known.getFirst())) : ambiguous(List.of(), known);
    }

    private static boolean isClear(List<KnownPlace> likeliestFirst) {
        return likeliestFirst.size() == 1
                || (likeliestFirst.size() > 1
                        && likeliestFirst.get(0).weight()
                                >= CLEARLY * Math.max(1, likeliestFirst.get(1).weight()));
    }

    private static Answer ambiguous(List<String> listed, List<KnownPlace> known) {
        Set<String> candidates = new LinkedHashSet<>(listed);
        known.forEach(place -> candidates.add(place.label()));
        return new Answer(null, candidates.stream().limit(MOST_CANDIDATES).toList(), List.of());
    }

    private static boolean isSame(Point a, Point b) {
        return Math.abs(a.latitude() - b.latitude()) < SAME_PLACE_DEGREES
                && Math.abs(a.longitude() - b.longitude()) < SAME_PLACE_DEGREES;
    }

    private static Point point(PlaceTable.Spot spot) {
        return new Point(spot.latitude(), spot.longitude());
    }

    private static Point point(KnownPlace place) {
        return new Point(place.latitude(), place.longitude());
    }
}
