package org.kith.directory.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a postal code or a place is, by the listings held: the middle of their addresses there.
 *
 * <p>Needs no table of its own and no network; knows only places where something is listed, and never one of a
 * confidential address, since those are not in the index.
 */
public final class Gazetteer {
    private static final int SAMPLE = 300;

    private final IndexSearcher searcher;

    Gazetteer(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /**
     * What was found under a name.
     *
     * @param candidates the places it may be, where it is more than one
     */
    public record Found(@Nullable Point point, List<String> candidates) {}

    Found atPostalCode(String written) throws IOException {
        String code = postalCode(written);
        List<Place> places = places(
                Fields.POSTAL_CODE,
                code,
                place -> postalCode(place.postalCode()).equals(code));
        return new Found(places.isEmpty() ? null : middle(places), List.of());
    }

    /** @param written a city, or a city and its state: {@code Larkspur, MD} */
    Found atPlace(String written) throws IOException {
        String[] parts = written.split(",", 2);
        String city = Words.exact(parts[0]);
        String region = parts.length == 1 ? "" : Words.exact(parts[1]);
        List<Place> places = places(
                Fields.CITY,
                city,
                place -> Words.exact(place.city()).equals(city)
                        && (region.isEmpty() || Words.exact(place.region()).equals(region)));
        Map<String, List<Place>> byRegion = places.stream()
                .collect(Collectors.groupingBy(
                        place -> place.region().toUpperCase(Locale.ROOT), TreeMap::new, Collectors.toList()));
        if (byRegion.size() > 1) {
            String name = places.getFirst().city();
            return new Found(
                    null,
                    byRegion.keySet().stream().map(each -> name + ", " + each).toList());
        }
        return new Found(places.isEmpty() ? null : middle(places), List.of());
    }

    /** A ZIP+4 is its ZIP; case and spaces do not count. */
    public static String postalCode(String written) {
        String code = written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return code.matches("\\d{5}-?\\d{4}") ? code.substring(0, 5) : code;
    }

    private List<Place> places(String field, String value, Predicate<Place> there) throws IOException {
        List<Place> places = new ArrayList<>();
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        for (ScoreDoc hit : searcher.search(new TermQuery(new Term(field, value)), SAMPLE, Sort.INDEXORDER).scoreDocs) {
            LeafReaderContext segment = segments.get(ReaderUtil.subIndex(hit.doc, segments));
            BinaryDocValues stored = DocValues.getBinary(segment.reader(), Fields.PLACES);
            if (stored.advanceExact(hit.doc - segment.docBase)) {
                BytesRef bytes = stored.binaryValue();
                Place.fromBytes(bytes.bytes, bytes.offset, bytes.length).stream()
                        .filter(Place::isOnTheMap)
                        .filter(there)
                        .forEach(places::add);
            }
        }
        return places;
    }

    private static Point middle(Collection<Place> places) {
        return new Point(
                places.stream().mapToDouble(Place::latitude).average().orElseThrow(),
                places.stream().mapToDouble(Place::longitude).average().orElseThrow());
    }
}
