package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All rows of an upload, found by entity and id, before they are put together. */
final class Harvest {
    private final Map<String, Map<String, Row>> byEntity = new LinkedHashMap<>();
    private final List<Row> refused = new ArrayList<>();
    private final Notes notes;
    private final Predicate<String> organizationsElsewhere;

    Harvest(Notes notes) {
        this(notes, id -> false);
    }

    /** @param organizationsElsewhere ids of organizations of the same upload that are read at another time */
    Harvest(Notes notes, Predicate<String> organizationsElsewhere) {
        this.notes = notes;
        this.organizationsElsewhere = organizationsElsewhere;
    }

    boolean isElsewhere(String organization) {
        return organizationsElsewhere.test(organization);
    }

    Notes notes() {
        return notes;
    }

    /** Takes a row of a table, whose id ought to be its own. */
    void add(Row row) {
        if (row.isRefused()) {
            refused.add(row);
            return;
        }
        Map<String, Row> rows = byEntity.computeIfAbsent(row.entity(), e -> new LinkedHashMap<>());
        String id = row.node().path("id").asText("");
        if (id.isEmpty()) {
            id = "~" + row.digest();
            row.node().put("id", id);
            row.findings().add("id", "id-derived", "The id was missing; one was made from the row.", null, null);
        }
        Row first = rows.get(id);
        if (first != null && first.digest().equals(row.digest())) {
            row.refuse(
                    "id",
                    "duplicate-row",
                    "It says the same as row %d of %s.".formatted(first.number(), first.file()),
                    id);
            refused.add(row);
            return;
        }
        if (first != null) {
            String own = id + "~" + row.digest();
            row.node().put("id", own);
            row.findings()
                    .add(
                            "id",
                            "duplicate-id",
                            "Row %d has the same id; this one got its own.".formatted(first.number()),
                            id,
                            own);
            id = own;
            if (rows.containsKey(own)) {
                row.refuse("id", "duplicate-row", "It is in the file before.", id);
                refused.add(row);
                return;
            }
        }
        rows.put(id, row);
        row.settle();
    }

    /** Takes a part of a document, which may be spoken of more than once: what the first left out is filled in. */
    Row merge(Row row) {
        Map<String, Row> rows = byEntity.computeIfAbsent(row.entity(), e -> new LinkedHashMap<>());
        String id = row.node().path("id").asText();
        Row first = rows.putIfAbsent(id, row);
        if (first == null) {
            row.settle();
            return row;
        }
        row.node().properties().forEach(property -> {
            if (!first.node().has(property.getKey())) {
                first.node().set(property.getKey(), property.getValue());
            }
        });
        return first;
    }

    void refuse(Row row) {
        refused.add(row);
    }

    Iterable<Row> rows(String entity) {
        return byEntity.getOrDefault(entity, Map.of()).values();
    }

    Collection<Row> all(String entity) {
        return byEntity.getOrDefault(entity, Map.of()).values();
    }

    Set<String> allEntities() {
        return byEntity.keySet();
    }

    /** @return false where another row has that id */
    boolean rename(Row row, String from, String to) {
        Map<String, Row> rows = byEntity.getOrDefault(row.entity(), Map.of());
        if (rows.containsKey(to)) {
            return false;
        }
        rows.remove(from);
        rows.put(to, row);
        row.node().put("id", to);
        row.settle();
        return true;
    }

    @Nullable
    Row find(String entity, @Nullable String id) {
        return id == null ? null : byEntity.getOrDefault(entity, Map.of()).get(id);
    }

    @Nullable
    ObjectNode node(String entity, @Nullable String id) {
        Row row = find(entity, id);
        return row == null || row.isRefused() ? null : row.node();
    }

    List<Row> refusedRows() {
        return refused;
    }
}
