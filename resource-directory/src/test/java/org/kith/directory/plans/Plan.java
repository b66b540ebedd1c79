package org.kith.directory.plans;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What PostgreSQL did for one statement. */
record Plan(String sql, JsonNode root) {

    Set<String> indexes() {
        return new TreeSet<>(root.findValuesAsText("Index Name"));
    }

    /** Tables that were read from one end to the other. */
    Set<String> wholeTables() {
        Set<String> tables = new TreeSet<>();
        for (JsonNode node : nodes()) {
            if (node.path("Node Type").asText().equals("Seq Scan")
                    && node.path("Actual Loops").asInt() > 0) {
                tables.add(node.path("Relation Name").asText());
            }
        }
        return tables;
    }

    /** Rows that were looked at in tables, kept or not. */
    long rows() {
        double rows = 0;
        for (JsonNode node : nodes()) {
            if (!node.has("Relation Name")) {
                continue;
            }
            rows += node.path("Node Type").asText().equals("Index Only Scan")
                    ? node.path("Heap Fetches").asDouble()
                    : (node.path("Actual Rows").asDouble()
                                    + node.path("Rows Removed by Filter").asDouble()
                                    + node.path("Rows Removed by Index Recheck").asDouble())
                            * node.path("Actual Loops").asDouble();
        }
        return Math.round(rows);
    }

    private List<JsonNode> nodes() {
        List<JsonNode> nodes = new ArrayList<>();
        collect(root.path(0).path("Plan"), nodes);
        return nodes;
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        into.add(node);
        node.path("Plans").forEach(child -> collect(child, into));
    }
}
