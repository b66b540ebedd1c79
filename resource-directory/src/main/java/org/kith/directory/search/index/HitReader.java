package org.kith.directory.search.index;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hours.OpeningHours;

/** Reads what the answer shows of each hit, segment by segment in the order in which it lies on the disk. */
final class HitReader {
    private final IndexSearcher searcher;
    private final Question question;
    private final @Nullable Concepts concepts;
    private final float best;

    HitReader(IndexSearcher searcher, Question question, @Nullable Concepts concepts, float best) {
        this.searcher = searcher;
        this.question = question;
        this.concepts = concepts;
        this.best = best;
    }

    List<Hit> read(ScoreDoc[] docs) throws IOException {
        Hit[] hits = new Hit[docs.length];
        Integer[] byDoc = new Integer[docs.length];
        Arrays.setAll(byDoc, rank -> rank);
        Arrays.sort(byDoc, Comparator.comparingInt(rank -> docs[rank].doc));
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        for (int from = 0; from < byDoc.length; ) {
            LeafReaderContext segment = segments.get(ReaderUtil.subIndex(docs[byDoc[from]].doc, segments));
            int end = segment.docBase + segment.reader().maxDoc();
            int to = from;
            while (to < byDoc.length && docs[byDoc[to]].doc < end) {
                to++;
            }
            readSegment(segment, docs, Arrays.asList(byDoc).subList(from, to), hits);
            from = to;
        }
        return List.of(hits);
    }

    private void readSegment(LeafReaderContext segment, ScoreDoc[] docs, List<Integer> ranks, Hit[] hits)
            throws IOException {
        LeafReader reader = segment.reader();
        int[] local = ranks.stream()
                .mapToInt(rank -> docs[rank].doc - segment.docBase)
                .toArray();
        List<List<Reason>> why = concepts == null ? List.of() : Reasons.of(concepts, reader, local);
        BinaryDocValues ids = DocValues.getBinary(reader, Fields.ID);
        BinaryDocValues services = DocValues.getBinary(reader, Fields.SERVICE);
        BinaryDocValues places = DocValues.getBinary(reader, Fields.PLACES);
        BinaryDocValues hours = DocValues.getBinary(reader, Fields.HOURS);
        BinaryDocValues contacts = DocValues.getBinary(reader, Fields.CONTACT);
        for (int i = 0; i < local.length; i++) {
            int doc = local[i];
            ids.advanceExact(doc);
            services.advanceExact(doc);
            Place place = places.advanceExact(doc) ? nearest(places.binaryValue()) : null;
            hits[ranks.get(i)] = new Hit(
                    ids.binaryValue().utf8ToString(),
                    bytes(services.binaryValue()),
                    place,
                    distance(place),
                    score((FieldDoc) docs[ranks.get(i)]),
                    concepts == null ? List.of() : why.get(i),
                    hours.advanceExact(doc) ? nextOpen(hours.binaryValue()) : null,
                    contacts.advanceExact(doc) ? contacts.binaryValue().utf8ToString() : null);
        }
    }

    private Place nearest(BytesRef bytes) {
        List<Place> places = Place.fromBytes(bytes.bytes, bytes.offset, bytes.length);
        Point near = question.near();
        if (near == null) {
            return places.getFirst();
        }
        return places.stream()
                .filter(Place::isOnTheMap)
                .min(Comparator.comparingDouble(place -> place.kilometresFrom(near)))
                .orElse(places.getFirst());
    }

    private @Nullable Double distance(@Nullable Place place) {
        Point near = question.near();
        return place == null || near == null || !place.isOnTheMap()
                ? null
                : Math.round(place.kilometresFrom(near) * 100) / 100.0;
    }

    /** Of the best hit 1; also 1 where nothing was ranked by words. */
    private double score(FieldDoc doc) {
        if (best <= 0) {
            return 1;
        }
        double share = ((Float) doc.fields[0]) / best;
        return Math.min(1, Math.round(share * 10_000) / 10_000.0);
    }

    private @Nullable OffsetDateTime nextOpen(BytesRef bytes) {
        return OpeningHours.fromBytes(bytes.bytes, bytes.offset, bytes.length)
                .nextOpen(question.openAt() == null ? question.now() : question.openAt(), question.zone())
                .orElse(null);
    }

    private static byte[] bytes(BytesRef ref) {
        return Arrays.copyOfRange(ref.bytes, ref.offset, ref.offset + ref.length);
    }
}
