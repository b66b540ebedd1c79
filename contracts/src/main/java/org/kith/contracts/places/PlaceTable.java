package org.kith.contracts.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The postal codes and places of the tables. Read at the first question, some 8 MB from then on. */
public final class PlaceTable {
    private static final int SUGGESTIONS = 3;
    private static final int MOST_EDITS = 2;

    private final int[] codes;
    private final int[] latitudes;
    private final int[] longitudes;
    private final Named[] places;

    private record Named(String folded, KnownPlace place) {}

    /** Degrees. */
    public record Spot(double latitude, double longitude) {}

    private static final class Loaded {
        private static final PlaceTable TABLE = new PlaceTable();
    }

    private PlaceTable() {
        List<int[]> rows = lines("us-zcta.csv.gz", PlaceTable::numbers);
        codes = rows.stream().mapToInt(row -> row[0]).toArray();
        latitudes = rows.stream().mapToInt(row -> row[1]).toArray();
        longitudes = rows.stream().mapToInt(row -> row[2]).toArray();
        places = lines("places.csv.gz", KnownPlace::parse).stream()
                .map(place -> new Named(PlaceName.folded(place.name()), place))
                .sorted(Comparator.comparing(Named::folded)
                        .thenComparing(named -> -named.place().weight()))
                .toArray(Named[]::new);
    }

    public static PlaceTable standard() {
        return Loaded.TABLE;
    }

    /** Whether codes of this form are in the table: five digits, as the United States have them. */
    public static boolean knowsCodesOf(String country) {
        return country.equals("US");
    }

    /** @param code five digits of the United States */
    public Optional<Spot> postalCode(String code) {
        int at = isCode(code) ? Arrays.binarySearch(codes, Integer.parseInt(code)) : -1;
        return at < 0 ? Optional.empty() : Optional.of(new Spot(latitudes[at] / 1000.0, longitudes[at] / 1000.0));
    }

    /** Codes close to one that the table lacks: of the same sorting center, the nearest numbers first. */
    public List<String> codesLike(String code) {
        if (!isCode(code)) {
            return List.of();
        }
        int wanted = Integer.parseInt(code);
        return IntStream.of(codes)
                .filter(known -> known / 100 == wanted / 100)
                .boxed()
                .sorted(Comparator.comparingInt(known -> Math.abs(known - wanted)))
                .limit(SUGGESTIONS)
                .map("%05d"::formatted)
                .toList();
    }

    /** All that may be meant, the one that most may mean first. */
    public List<KnownPlace> named(String written) {
        PlaceName name = PlaceName.of(written);
        List<KnownPlace> found = named(name);
        // "Kansas City" ends in no state, but "Virginia Beach" or "New York" may look as if they did.
        return found.isEmpty() && !written.contains(",") ? named(name.alone()) : found;
    }

    /** Places that are spelled almost so. */
    public List<String> namesLike(String written) {
        PlaceName name = PlaceName.of(written);
        if (name.name().length() < 4) {
            return List.of();
        }
        Predicate<KnownPlace> there = there(name.where());
        return Stream.of(places)
                .filter(named -> there.test(named.place())
                        && Math.abs(named.folded().length() - name.name().length()) <= MOST_EDITS)
                .map(named -> new Like(named.place(), Edits.between(name.name(), named.folded(), MOST_EDITS)))
                .filter(like -> like.edits() <= MOST_EDITS)
                .sorted(Comparator.comparingInt(Like::edits)
                        .thenComparing(like -> -like.place().weight()))
                .limit(SUGGESTIONS)
                .map(like -> like.place().label())
                .toList();
    }

    private record Like(KnownPlace place, int edits) {}

    private List<KnownPlace> named(PlaceName name) {
        int at = Arrays.binarySearch(
                places,
                new Named(name.name(), new KnownPlace("", "", "", 0, 0, Integer.MAX_VALUE)),
                Comparator.comparing(Named::folded)
                        .thenComparing(named -> -named.place().weight()));
        Predicate<KnownPlace> there = there(name.where());
        return Arrays.stream(places, at < 0 ? -at - 1 : at, places.length)
                .takeWhile(named -> named.folded().equals(name.name()))
                .map(Named::place)
                .filter(there)
                .toList();
    }

    private static Predicate<KnownPlace> there(String where) {
        return place -> where.isEmpty()
                || place.region().equals(where)
                || (place.country().equals(where) && (place.region().isEmpty() || where.equals("US")));
    }

    private static boolean isCode(String code) {
        return code.length() == 5 && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static int[] numbers(String line) {
        return Stream.of(line.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static <T> List<T> lines(String file, java.util.function.Function<String, T> read) {
        InputStream packed =
                Objects.requireNonNull(PlaceTable.class.getResourceAsStream("/contracts/gazetteer/" + file), file);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            return lines.lines().map(read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
