package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.imports.format.Shape.Field;

/** Turns the ids of a source into ours, everywhere in a tree, and remembers those that others may ask for. */
public final class ForeignIds {

    /** An id of the source that became another here. */
    public record Known(String entity, String foreignId, UUID id) {}

    private final String source;
    private final Map<String, Known> known = new HashMap<>();

    public ForeignIds(String source) {
        this.source = source;
    }

    /** Those of these entities that were met. */
    public List<Known> known(Set<String> entities) {
        return known.values().stream()
                .filter(k -> entities.contains(k.entity()))
                .toList();
    }

    public UUID of(String entity, String id) {
        UUID ours = NameBasedId.ofForeign(source, entity, id);
        if (!id.startsWith("~") && NameBasedId.asUuid(id).isEmpty()) {
            known.putIfAbsent(entity + ":" + id, new Known(entity, id, ours));
        }
        return ours;
    }

    public void translate(String entity, ObjectNode node) {
        boolean ourTerm = entity.equals("taxonomy_term")
                && node.path("taxonomy").asText("").startsWith("kith:");
        for (Map.Entry<String, Field> entry : Shape.of(entity).entrySet()) {
            JsonNode value = node.get(entry.getKey());
            if (value == null) {
                continue;
            }
            Field field = entry.getValue();
            switch (field.kind()) {
                case KEY -> key(entity, entry.getKey(), field, node, value.asText(), ourTerm);
                case OBJECT -> nested(field, value);
                case LIST -> value.forEach(item -> nested(field, item));
                case TEXT, NUMBER, WHOLE, EMAIL, URL, DAY, MOMENT -> {}
            }
        }
    }

    private void nested(Field field, JsonNode value) {
        if (value instanceof ObjectNode object) {
            translate(field.entity(), object);
        }
    }

    private void key(String entity, String name, Field field, ObjectNode node, String id, boolean ourTerm) {
        if (ourTerm) {
            // Every installation agrees on the ids of our own codes, whatever a source calls them.
            node.remove(name);
            return;
        }
        String target = field.entity();
        if (target.isEmpty()) {
            target = switch (name) {
                case "link_id" -> node.path("link_entity").asText("service");
                case "resource_id" -> node.path("resource_type").asText("service");
                default -> entity;
            };
        }
        node.put(name, of(target, id).toString());
    }
}
