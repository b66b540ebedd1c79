package org.kith.localstack.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Our codes as HSDS attributes; the directory fills in the names of the terms. */
final class Codes {
    private static final Map<String, String> TAXONOMIES = taxonomies();

    private Codes() {}

    /** All codes of a service's row. */
    static ArrayNode ofService(Row row, String serviceId, boolean confidential) {
        ArrayNode attributes = JsonNodeFactory.instance.arrayNode();
        TAXONOMIES.forEach((column, taxonomy) -> row.list(column)
                .forEach(code -> add(attributes, serviceId, "service", taxonomy, code, Optional.empty())));
        row.list("interpreter")
                .forEach(tag ->
                        add(attributes, serviceId, "service", "kith:interpreter", "interpreter", Optional.of(tag)));
        row.text("capacity")
                .ifPresent(code -> add(attributes, serviceId, "service", "kith:capacity", code, row.text("wait_days")));
        if (confidential && !row.list("features").contains("confidential_location")) {
            add(attributes, serviceId, "service", "kith:feature", "confidential_location", Optional.empty());
        }
        return attributes;
    }

    /** The mark by which the directory knows a place whose address must not be told. */
    static ArrayNode confidentialLocation(String locationId) {
        ArrayNode attributes = JsonNodeFactory.instance.arrayNode();
        add(attributes, locationId, "location", "kith:feature", "confidential_location", Optional.empty());
        return attributes;
    }

    private static void add(
            ArrayNode attributes, String owner, String entity, String taxonomy, String code, Optional<String> value) {
        ObjectNode attribute = attributes.addObject();
        String what = taxonomy + ":" + code + value.map(text -> ":" + text).orElse("");
        attribute.put("id", Ids.of("attribute", owner + "/" + what));
        attribute.put("link_id", owner);
        attribute.put("link_entity", entity);
        value.ifPresent(text -> attribute.put("value", text));
        attribute.putObject("taxonomy_term").put("taxonomy", taxonomy).put("code", code);
    }

    /** From the column of the table to the taxonomy. */
    private static Map<String, String> taxonomies() {
        Map<String, String> taxonomies = new LinkedHashMap<>();
        taxonomies.put("kind", "kith:kind");
        taxonomies.put("support_types", "kith:support-type");
        taxonomies.put("needs", "kith:need");
        taxonomies.put("topics", "kith:topic");
        taxonomies.put("formats", "kith:format");
        taxonomies.put("group_size", "kith:group-size");
        taxonomies.put("features", "kith:feature");
        taxonomies.put("audience", "kith:audience");
        taxonomies.put("audience_mode", "kith:audience-mode");
        taxonomies.put("cost", "kith:cost");
        taxonomies.put("gender_open", "kith:gender-open");
        taxonomies.put("faith_tradition", "kith:faith-tradition");
        taxonomies.put("religious_content", "kith:religious-content");
        taxonomies.put("lgbtq_affirming", "kith:lgbtq-affirming");
        taxonomies.put("approach", "kith:approach");
        taxonomies.put("requires", "kith:requires");
        taxonomies.put("flags", "kith:flag");
        return taxonomies;
    }
}
