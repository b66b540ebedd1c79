package org.kith.benchmarks.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kith.directory.search.index.Hit;
import org.kith.directory.search.index.Page;

/** What was answered, to be compared. */
public record Found(long total, List<String> ids, Map<String, Map<String, Integer>> facets) {
    static Found of(Page page) {
        return new Found(page.total(), page.hits().stream().map(Hit::id).toList(), sorted(page.facets()));
    }

    static Found of(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.path("items").forEach(item -> ids.add(item.at("/service/id").asText()));
        Map<String, Map<String, Integer>> facets = new TreeMap<>();
        answer.path("facets").properties().forEach(list -> {
            Map<String, Integer> counts = new TreeMap<>();
            list.getValue()
                    .properties()
                    .forEach(code -> counts.put(code.getKey(), code.getValue().asInt()));
            facets.put(list.getKey(), counts);
        });
        return new Found(answer.path("total").asLong(), ids, facets);
    }

    private static Map<String, Map<String, Integer>> sorted(Map<String, Map<String, Integer>> facets) {
        Map<String, Map<String, Integer>> sorted = new TreeMap<>();
        facets.forEach((list, counts) -> sorted.put(list, new TreeMap<>(counts)));
        return sorted;
    }
}
