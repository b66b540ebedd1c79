package org.kith.directory.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kith.contracts.Vocabulary;
import org.kith.directory.hsds.Entity;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.NameBasedId;
import org.kith.directory.hsds.TaxonomyTerm;

/**
 * Looks through what a writer gives: fills in ids of nested values and what the directory knows of a code, and names
 * what is wrong by JSON pointer.
 *
 * @param entity complete
 * @param flaws none when it may be stored
 * @param terms of taxonomies that it uses
 */
public record Intake<T extends Entity>(T entity, List<Flaw> flaws, List<TaxonomyTerm> terms) {
    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("phones", "phone"),
            Map.entry("schedules", "schedule"),
            Map.entry("service_areas", "service_area"),
            Map.entry("service_at_locations", "service_at_location"),
            Map.entry("languages", "language"),
            Map.entry("contacts", "contact"),
            Map.entry("addresses", "address"),
            Map.entry("accessibility", "accessibility"),
            Map.entry("cost_options", "cost_option"),
            Map.entry("required_documents", "required_document"),
            Map.entry("metadata", "metadata"),
            Map.entry("funding", "funding"),
            Map.entry("capacities", "service_capacity"),
            Map.entry("additional_urls", "url"),
            Map.entry("additional_websites", "url"),
            Map.entry("organization_identifiers", "organization_identifier"),
            Map.entry("programs", "program"),
            Map.entry("unit", "unit"));

    /** @param name the HSDS name of the entity, e.g. {@code service} */
    public static <T extends Entity> Intake<T> of(T given, Class<T> type, String name, UUID id) {
        ObjectNode tree = HsdsJson.mapper().valueToTree(given);
        tree.put("id", id.toString());
        List<Flaw> flaws = new ArrayList<>();
        Map<UUID, TaxonomyTerm> terms = new LinkedHashMap<>();
        walk(tree, name, id, "", new Codes(Vocabulary.standard(), flaws, terms), flaws);
        return new Intake<>(
                HsdsJson.mapper().convertValue(tree, type), List.copyOf(flaws), List.copyOf(terms.values()));
    }

    private static void walk(ObjectNode node, String name, UUID root, String at, Codes codes, List<Flaw> flaws) {
        flaws.addAll(Rules.broken(name, node, at));
        UUID id = UUID.fromString(node.get("id").asText());
        for (Map.Entry<String, JsonNode> field : List.copyOf(node.properties())) {
            String pointer = at + "/" + field.getKey();
            if (field.getKey().equals("attributes")) {
                codes.complete(field.getValue(), id, name, pointer);
                continue;
            }
            String element = ELEMENTS.get(field.getKey());
            if (element == null) {
                continue;
            }
            if (field.getValue() instanceof ObjectNode one) {
                identified(one, root, pointer);
                walk(one, element, root, pointer, codes, flaws);
            }
            for (int i = 0; field.getValue().isArray() && i < field.getValue().size(); i++) {
                ObjectNode one = (ObjectNode) field.getValue().get(i);
                identified(one, root, pointer + "/" + i);
                walk(one, element, root, pointer + "/" + i, codes, flaws);
            }
        }
    }

    private static void identified(ObjectNode node, UUID root, String pointer) {
        if (!node.has("id")) {
            node.put("id", NameBasedId.of(root, pointer.substring(1)).toString());
        }
    }
}
