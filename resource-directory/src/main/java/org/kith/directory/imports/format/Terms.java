package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.NameBasedId;

/** The taxonomies of a source: their terms, who carries which, and how they map to others. */
final class Terms {
    private final Harvest harvest;
    private final Map<String, ObjectNode> byIdOrCode = new HashMap<>();

    Terms(Harvest harvest) {
        this.harvest = harvest;
        for (Row row : harvest.rows("taxonomy_term")) {
            codeOfOhana(row.node());
            ObjectNode taxonomy =
                    harvest.node("taxonomy", row.node().path("taxonomy_id").asText());
            if (taxonomy != null && !row.node().has("taxonomy")) {
                row.node().set("taxonomy", taxonomy.path("name"));
            }
            byIdOrCode.putIfAbsent(row.node().path("id").asText(), row.node());
        }
        for (Row row : harvest.rows("taxonomy_term")) {
            if (row.node().has("code")) {
                byIdOrCode.putIfAbsent(row.node().path("code").asText(), row.node());
            }
        }
    }

    /** In Ohana's taxonomy.csv, taxonomy_id is the term's code, and parent_id speaks of such codes. */
    private void codeOfOhana(ObjectNode term) {
        String code = Rules.text(term, "taxonomy_id");
        if (code != null && harvest.node("taxonomy", code) == null && !term.has("code")) {
            term.put("code", code).remove("taxonomy_id");
        }
    }

    /** Gives every attribute its term, and every service the attributes for the terms that it lists. */
    void attach() {
        for (Row row : harvest.rows("taxonomy_term")) {
            ObjectNode parent = byIdOrCode.get(row.node().path("parent_id").asText());
            if (parent != null) {
                row.node().set("parent_id", parent.path("id"));
            } else if (row.node().has("parent_id")
                    && NameBasedId.asUuid(row.node().path("parent_id").asText()).isEmpty()) {
                // A UUID may well be that of a term which is here from elsewhere.
                row.findings()
                        .add(
                                "parent_id",
                                "dangling-reference",
                                "There is no such term.",
                                row.node().path("parent_id").asText(),
                                null);
                row.node().remove("parent_id");
            }
        }
        for (Row row : harvest.rows("attribute")) {
            attach(row);
        }
        for (String entity : List.of("organization", "program", "service", "location", "service_at_location")) {
            harvest.rows(entity).forEach(row -> agree(row.node()));
        }
        for (Row row : harvest.rows("service")) {
            listed(row);
        }
    }

    private void attach(Row row) {
        String id = Rules.text(row.node(), "taxonomy_term_id");
        ObjectNode term = id == null ? null : byIdOrCode.get(id);
        if (term != null) {
            row.node().set("taxonomy_term", forAttribute(term));
            row.node().remove("taxonomy_term_id");
        } else if (id != null && !row.node().has("taxonomy_term")) {
            row.refuse("taxonomy_term_id", "dangling-reference", "There is no such term.", id);
        }
    }

    /** Where the source lists its terms, a document that repeats one of them says nothing else than the list. */
    private void agree(ObjectNode node) {
        for (JsonNode repeated : node.findValues("taxonomy_term")) {
            ObjectNode listed = byIdOrCode.get(repeated.path("id").asText());
            if (listed != null && repeated instanceof ObjectNode term) {
                term.setAll(forAttribute(listed));
            }
        }
    }

    private void listed(Row row) {
        JsonNode terms = row.node().remove(Lift.TERMS);
        if (terms == null) {
            return;
        }
        for (JsonNode given : terms) {
            ObjectNode term = byIdOrCode.get(given.asText());
            if (term == null) {
                row.findings()
                        .add("taxonomy_ids", "dangling-reference", "There is no such term.", given.asText(), null);
            } else {
                row.node()
                        .withArray("attributes")
                        .addObject()
                        .put(
                                "id",
                                row.node().path("id").asText() + "/"
                                        + term.path("id").asText())
                        .set("taxonomy_term", forAttribute(term));
            }
        }
    }

    private static ObjectNode forAttribute(ObjectNode term) {
        ObjectNode copy = term.deepCopy();
        copy.remove("metadata");
        if (copy.path("taxonomy").asText().startsWith("kith:") && copy.has("code")) {
            // Of our own codes these two say all, and the directory knows the rest.
            copy.retain("taxonomy", "code");
        }
        return copy;
    }

    /** Null when the source has no taxonomy. */
    @Nullable
    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        list(document, "taxonomies", "taxonomy");
        list(document, "taxonomy_terms", "taxonomy_term");
        list(document, "crosswalk", "taxonomy_mapping");
        return document.isEmpty() ? null : document;
    }

    private void list(ObjectNode document, String name, String entity) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        harvest.rows(entity).forEach(row -> {
            if (!row.isRefused()) {
                list.add(row.node());
            }
        });
        if (!list.isEmpty()) {
            document.set(name, list);
        }
    }
}
