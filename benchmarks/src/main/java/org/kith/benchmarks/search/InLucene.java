package org.kith.benchmarks.search;

import java.util.List;
import org.kith.benchmarks.measure.Work;
import org.kith.directory.search.index.ListingIndex;

/** Asks the index in this process, with nothing in between: the query, its total, the hits with what is stored of them. */
public record InLucene(ListingIndex index, List<SearchQuery> queries, List<Found> expected) implements Work {
    @Override
    public boolean turn(int turn) {
        int i = turn % queries.size();
        return index.search(queries.get(i).question()).total()
                == expected.get(i).total();
    }

    public static Found ask(ListingIndex index, SearchQuery query) {
        return Found.of(index.search(query.question()));
    }
}
