package org.kith.directory.search.index;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.IntRange;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.kith.directory.hours.WeeklyOpening;
import org.kith.directory.hours.Zones;

/** Words and filters together: every filter must hold, and of one filter's codes any. */
final class FilterQuery {
    private FilterQuery() {}

    static Query of(Query words, Question question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Map.Entry<String, Set<String>> list : question.codes().entrySet()) {
            query.add(codes(list.getKey(), list.getValue()), Occur.FILTER);
        }
        Double age = question.age();
        if (age != null) {
            query.add(DoubleField.newRangeQuery(Fields.MINIMUM_AGE, Double.NEGATIVE_INFINITY, age), Occur.FILTER);
            query.add(DoubleField.newRangeQuery(Fields.MAXIMUM_AGE, age, Double.POSITIVE_INFINITY), Occur.FILTER);
        }
        if (question.openAt() != null) {
            BooleanQuery.Builder open = new BooleanQuery.Builder()
                    .add(openAt(Zones.DIRECTORY, question.openAt(), question.zone()), Occur.SHOULD)
                    .add(OpenAt.query(question.openAt(), question.zone()), Occur.SHOULD);
            Zones.known().forEach(zone -> open.add(openAt(zone, question.openAt(), ZoneId.of(zone)), Occur.SHOULD));
            query.add(open.build(), Occur.FILTER);
        }
        Point near = question.near();
        Double radius = question.radiusKm();
        if (near != null && radius != null) {
            query.add(
                    LatLonPoint.newDistanceQuery(Fields.POINT, near.latitude(), near.longitude(), radius * 1000),
                    Occur.FILTER);
        }
        Long verifiedSince = question.verifiedSince();
        if (verifiedSince != null) {
            query.add(LongField.newRangeQuery(Fields.VERIFIED, Long.MIN_VALUE, verifiedSince - 1), Occur.MUST_NOT);
        }
        BooleanQuery filters = query.build();
        if (words instanceof MatchAllDocsQuery) {
            boolean hasFilter = filters.clauses().stream().anyMatch(clause -> clause.occur() == Occur.FILTER);
            return filters.clauses().isEmpty()
                    ? words
                    : hasFilter ? filters : query.add(words, Occur.FILTER).build();
        }
        return query.add(words, Occur.MUST).build();
    }

    private static Query openAt(String name, Instant moment, ZoneId zone) {
        int[] minute = {WeeklyOpening.minuteOf(moment, zone)};
        return IntRange.newIntersectsQuery(Fields.weekly(name), minute, minute);
    }

    private static Query codes(String list, Set<String> codes) {
        List<BytesRef> terms =
                codes.stream().map(code -> new BytesRef(list + ":" + code)).toList();
        return terms.size() == 1
                ? new TermQuery(new Term(Fields.CODE, terms.getFirst()))
                : new TermInSetQuery(Fields.CODE, terms);
    }
}
