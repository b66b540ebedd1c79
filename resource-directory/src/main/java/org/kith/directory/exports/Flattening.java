package org.kith.directory.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.NameBasedId;

/**
 * Lays nested documents out as rows of tables. Where a value stands in a document says whose it is, so the keys of its
 * row are made from that; organizations, programs and locations come from documents of their own.
 */
final class Flattening {

    /** Takes one row, a cell per column of its table. */
    @FunctionalInterface
    interface Rows {
        void add(Table table, String[] cells) throws IOException;
    }

    /** Entities whose keys are facts of their own. */
    private static final Set<String> OWN_KEYS =
            Set.of("organization", "program", "service", "service_at_location", "location", "taxonomy_term");

    private final Rows rows;
    /** Units may be shared by capacities; those made by us for one capacity never are, and need not be remembered. */
    private final Set<String> units = new HashSet<>();
    /** Ids within the document at hand: sources repeat them, tables may not. */
    private final Set<String> taken = new HashSet<>();

    Flattening(Rows rows) {
        this.rows = rows;
    }

    void take(String entity, byte[] document) throws IOException {
        taken.clear();
        row(Table.of(entity), (ObjectNode) HsdsJson.tree(document), Map.of());
    }

    private void row(Table table, ObjectNode node, Map<String, String> position) throws IOException {
        String id = id(table, node, position);
        String[] cells = new String[table.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            Table.Column column = table.columns().get(i);
            cells[i] = Cell.of(column.name().equals("id") ? id : text(table, column, node, position));
        }
        rows.add(table, cells);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Table list = field.getValue().isArray() ? Table.ofList(field.getKey()) : null;
            if (list != null) {
                for (JsonNode item : field.getValue()) {
                    inside(table, id, list, (ObjectNode) item);
                }
            }
        }
    }

    private void inside(Table owner, String ownerId, Table table, ObjectNode item) throws IOException {
        switch (table.name()) {
            case "attribute" ->
                row(
                        table,
                        item,
                        Map.of(
                                "link_id",
                                ownerId,
                                "link_entity",
                                owner.name(),
                                "taxonomy_term_id",
                                item.path("taxonomy_term").path("id").asText()));
            case "metadata" -> row(table, item, Map.of("resource_id", ownerId, "resource_type", owner.name()));
            case "service_capacity" ->
                row(table, item, Map.of("service_id", ownerId, "unit_id", unit(item.path("unit"), item)));
            default -> row(table, item, Map.of(owner.name() + "_id", ownerId));
        }
    }

    private String unit(JsonNode unit, JsonNode capacity) throws IOException {
        String id = unit.path("id").asText();
        String own = NameBasedId.of(UUID.fromString(capacity.path("id").asText()), "unit")
                .toString();
        if (unit instanceof ObjectNode node && (id.equals(own) || units.add(id))) {
            row(Table.of("unit"), node, Map.of());
        }
        return id;
    }

    private String id(Table table, ObjectNode node, Map<String, String> position) {
        String id = node.path("id").asText();
        if (taken.add(table.name() + id)) {
            return id;
        }
        String another =
                NameBasedId.of(UUID.fromString(id), position.toString()).toString();
        taken.add(table.name() + another);
        return another;
    }

    private static String text(Table table, Table.Column column, ObjectNode node, Map<String, String> position) {
        String placed = position.get(column.name());
        if (placed != null) {
            return placed;
        }
        boolean key = !column.key().isEmpty() && !OWN_KEYS.contains(table.name());
        JsonNode value = node.path(column.name());
        return key ? "" : value.isNumber() ? value.decimalValue().toPlainString() : value.asText("");
    }
}
