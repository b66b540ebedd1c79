package org.kith.directory.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.directory.imports.format.OrganizationTree;
import org.kith.directory.imports.format.Row;
import org.kith.directory.listing.Flaw;
import org.kith.directory.listing.RefusedEntity;

/** Takes out of a tree just what the directory would not store, so that the rest can be. */
final class Mending {
    private final OrganizationTree tree;

    Mending(OrganizationTree tree) {
        this.tree = tree;
    }

    /** Whether it is an entity of this tree that was refused. */
    boolean isConcernedBy(RefusedEntity refusal) {
        ObjectNode document = tree.document();
        if (document == null) {
            return false;
        }
        if (refusal.entity().equals("organization")) {
            return isOf(document, refusal.id());
        }
        for (JsonNode entity : document.path(refusal.entity() + "s")) {
            if (entity instanceof ObjectNode one && isOf(one, refusal.id())) {
                return true;
            }
        }
        return false;
    }

    /** @return false when nothing of the tree would be left */
    boolean mend(RefusedEntity refusal) {
        ObjectNode document = tree.document();
        if (document == null || refusal.entity().equals("organization") && !loseParts(document, refusal)) {
            return false;
        }
        if (refusal.entity().equals("organization")) {
            return true;
        }
        ArrayNode list = document.withArray(refusal.entity() + "s");
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode entity && isOf(entity, refusal.id())) {
                if (!loseParts(entity, refusal)) {
                    list.remove(i);
                    refuse(entity, refusal);
                    forgetPlace(document, refusal);
                }
                return true;
            }
        }
        return false;
    }

    /** @return false when the entity cannot be without what is wrong with it */
    private boolean loseParts(ObjectNode entity, RefusedEntity refusal) {
        Row row = rowOf(entity);
        Set<JsonNode> lost = new HashSet<>();
        for (Flaw flaw : refusal.flaws()) {
            String part = part(flaw.pointer());
            if (part.equals("/name") || part.equals("/status") || part.isEmpty()) {
                return false;
            }
            JsonNode value = entity.at(part);
            if (value.isMissingNode()) {
                return flaw.pointer().contains("/") && !lost.isEmpty();
            }
            lost.add(value);
            if (row != null) {
                row.findings()
                        .add(
                                part.substring(1),
                                flaw.code(),
                                "The directory does not take it: " + flaw.detail(),
                                text(value),
                                null);
            }
        }
        lost.forEach(value -> remove(entity, value));
        rowsInside(lost);
        return !lost.isEmpty();
    }

    /** The smallest thing that can be left out: the element of a list, or the field itself. */
    private static String part(String pointer) {
        String[] steps = pointer.split("/");
        for (int i = steps.length - 1; i > 1; i--) {
            if (steps[i].matches("\\d+")) {
                return String.join("/", List.of(steps).subList(0, i + 1));
            }
        }
        return pointer;
    }

    private static void remove(JsonNode parent, JsonNode part) {
        if (parent instanceof ObjectNode object) {
            object.properties().removeIf(property -> property.getValue() == part);
        }
        if (parent instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (array.get(i) == part) {
                    array.remove(i);
                }
            }
        }
        parent.forEach(child -> remove(child, part));
    }

    /** Rows whose own object was lost are refused, not repaired. */
    private void rowsInside(Set<JsonNode> lost) {
        for (Row row : tree.rows()) {
            if (lost.stream().anyMatch(part -> part == row.node())) {
                row.refuseByDirectory("refused-by-directory", "The directory does not take it.");
            }
        }
    }

    private void refuse(ObjectNode entity, RefusedEntity refusal) {
        String why = refusal.flaws().stream()
                .map(flaw -> flaw.pointer() + ": " + flaw.detail())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        for (Row row : tree.rows()) {
            if (row.node() == entity) {
                row.refuseByDirectory("refused-by-directory", why);
            } else if (isInside(row, entity)) {
                row.refuseByDirectory("owner-refused", "What it belongs to was refused.");
            }
        }
    }

    private static boolean isInside(Row row, ObjectNode entity) {
        for (Row owner = row.owner(); owner != null; owner = owner.owner()) {
            if (owner.node() == entity) {
                return true;
            }
        }
        return false;
    }

    private static void forgetPlace(ObjectNode document, RefusedEntity refusal) {
        if (refusal.entity().equals("location")) {
            document.path("services").forEach(service -> {
                ArrayNode places = ((ObjectNode) service).withArray("service_at_locations");
                for (int i = places.size() - 1; i >= 0; i--) {
                    if (places.get(i)
                            .path("location_id")
                            .asText()
                            .equals(refusal.id().toString())) {
                        places.remove(i);
                    }
                }
            });
        }
    }

    private @Nullable Row rowOf(ObjectNode entity) {
        return tree.rows().stream()
                .filter(row -> row.node() == entity)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(ObjectNode entity, UUID id) {
        return entity.path("id").asText().equals(id.toString());
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
