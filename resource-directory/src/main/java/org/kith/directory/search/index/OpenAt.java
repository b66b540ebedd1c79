package org.kith.directory.search.index;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionMatchQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.kith.directory.hours.OpeningHours;

/** Asks openings that are not the same every week one by one, of the entries that have such. */
final class OpenAt extends DoubleValuesSource {
    private final Instant moment;
    private final ZoneId zone;

    private OpenAt(Instant moment, ZoneId zone) {
        this.moment = moment;
        this.zone = zone;
    }

    static Query query(Instant moment, ZoneId zone) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.IRREGULAR, "1")), Occur.FILTER)
                .add(new FunctionMatchQuery(new OpenAt(moment, zone), open -> open > 0), Occur.FILTER)
                .build();
    }

    @Override
    public DoubleValues getValues(LeafReaderContext segment, DoubleValues scores) throws IOException {
        BinaryDocValues hours = DocValues.getBinary(segment.reader(), Fields.HOURS);
        return new DoubleValues() {
            @Override
            public double doubleValue() throws IOException {
                BytesRef bytes = hours.binaryValue();
                boolean open = OpeningHours.fromBytes(bytes.bytes, bytes.offset, bytes.length)
                        .isOpenAt(moment, zone);
                return open ? 1 : 0;
            }

            @Override
            public boolean advanceExact(int doc) throws IOException {
                return hours.advanceExact(doc);
            }
        };
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher reader) {
        return this;
    }

    @Override
    public boolean isCacheable(LeafReaderContext segment) {
        return false;
    }

    @Override
    public int hashCode() {
        return Objects.hash(moment, zone);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenAt that && that.moment.equals(moment) && that.zone.equals(zone);
    }

    @Override
    public String toString() {
        return "open at " + moment;
    }
}
