package org.kith.directory.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.kith.directory.imports.format.Row;

/** Counts rows by entity; each row is stored, unchanged or refused, and nothing else. */
final class Tally {
    private final Map<String, RowCounts> byEntity = new TreeMap<>();

    void count(Row row, Fate fate) {
        RowCounts one = switch (fate) {
            case STORED -> new RowCounts(1, 1, 0, row.isRepaired() ? 1 : 0, 0);
            case UNCHANGED -> new RowCounts(1, 0, 1, 0, 0);
            case REFUSED -> new RowCounts(1, 0, 0, 0, 1);
        };
        byEntity.merge(row.entity(), one, RowCounts::plus);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        byEntity.forEach((entity, counts) -> json.putArray(entity)
                .add(counts.in())
                .add(counts.stored())
                .add(counts.unchanged())
                .add(counts.repaired())
                .add(counts.refused()));
        return json;
    }

    static RowCounts read(JsonNode json) {
        return new RowCounts(
                json.path(0).asLong(),
                json.path(1).asLong(),
                json.path(2).asLong(),
                json.path(3).asLong(),
                json.path(4).asLong());
    }
}
