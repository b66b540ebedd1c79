package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One page of a list.
 *
 * @param url relative to the base, for findings
 */
record Sheet(String url, JsonNode body) {
    List<JsonNode> items() {
        List<JsonNode> items = new ArrayList<>();
        body.path("contents").forEach(items::add);
        return items;
    }

    Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        items().forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    OptionalLong number(String field) {
        return body.path(field).isIntegralNumber()
                ? OptionalLong.of(body.path(field).asLong())
                : OptionalLong.empty();
    }

    OptionalLong total() {
        return number("total_items");
    }
}
