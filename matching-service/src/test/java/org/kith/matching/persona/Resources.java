package org.kith.matching.persona;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Resources as attribute views, and as the documents that the directory would publish for them. */
public final class Resources {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double KM_PER_DEGREE = 111.2;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final Map<String, String> TAXONOMIES = Map.ofEntries(
            Map.entry("kind", "kind"),
            Map.entry("support_types", "support-type"),
            Map.entry("needs", "need"),
            Map.entry("topics", "topic"),
            Map.entry("formats", "format"),
            Map.entry("group_size", "group-size"),
            Map.entry("features", "feature"),
            Map.entry("interpreter", "interpreter"),
            Map.entry("audience", "audience"),
            Map.entry("audience_mode", "audience-mode"),
            Map.entry("cost", "cost"),
            Map.entry("gender_open", "gender-open"),
            Map.entry("faith_tradition", "faith-tradition"),
            Map.entry("religious_content", "religious-content"),
            Map.entry("lgbtq_affirming", "lgbtq-affirming"),
            Map.entry("requires", "requires"),
            Map.entry("flags", "flag"),
            Map.entry("capacity", "capacity"));

    private Resources() {}

    /** A plain, good resource; everything about it may be changed. */
    public static ObjectNode good(String name) {
        ObjectNode view = NODES.objectNode();
        view.put("name", name).put("org_id", id("org " + name)).put("kind", "support_group");
        for (String list :
                List.of("support_types", "needs", "topics", "formats", "features", "audience", "requires", "flags")) {
            view.putArray(list);
        }
        view.put("group_size", "small").put("audience_mode", "general").put("cost", "free");
        view.putArray("languages").add("en");
        view.putArray("gender_open").add("any");
        view.put("faith_tradition", "none").put("religious_content", "none").put("lgbtq_affirming", "unknown");
        view.put("capacity", "open")
                .put("verified_age_days", 20)
                .put("status", "active")
                .put("distance_km", 2.0);
        return view;
    }

    /** Adds what follows from the rest, as the service derives it. */
    public static ObjectNode completed(ObjectNode view) {
        List<String> formats =
                view.path("formats").valueStream().map(JsonNode::asText).toList();
        view.put("remote", formats.stream().anyMatch(format -> !format.equals("in_person")));
        if (!formats.contains("in_person")) {
            view.remove("distance_km");
        }
        if (!view.path("twelve_step").asBoolean()) {
            view.put("twelve_step", false);
        }
        boolean faith = view.path("kind").asText().equals("faith_org")
                || !view.path("faith_tradition").asText("none").equals("none")
                || view.path("religious_content").asText().equals("central");
        view.put("faith_based", faith)
                .put("crisis", view.path("kind").asText().equals("crisis_line"))
                .put("open_now", view.path("always_open").asBoolean());
        return view;
    }

    /** The HSDS document; the place lies to the north of {@code lat, lon} at the view's distance. */
    public static ObjectNode document(JsonNode view, double lat, double lon) {
        ObjectNode service = NODES.objectNode();
        service.put("id", id(view.path("name").asText()))
                .put("name", view.path("name").asText());
        service.put("status", view.path("status").asText("active").equals("active") ? "active" : "defunct");
        service.put(
                "assured_date",
                TODAY.minusDays(view.path("verified_age_days").asInt(20)).toString());
        service.putObject("organization")
                .put("id", view.path("org_id").asText())
                .put("name", "Organization of " + view.path("name").asText());
        number(view, "age_min", service, "minimum_age");
        number(view, "age_max", service, "maximum_age");
        ArrayNode attributes = service.putArray("attributes");
        TAXONOMIES.forEach((field, taxonomy) -> {
            JsonNode value = view.path(field);
            if (value.isArray()) {
                value.forEach(code -> attribute(attributes, taxonomy, code.asText()));
            } else if (value.isTextual()) {
                attribute(attributes, taxonomy, value.asText());
            }
        });
        if (view.path("twelve_step").asBoolean()) {
            attribute(attributes, "approach", "twelve_step");
        }
        view.path("languages").forEach(tag -> languages(service).addObject().put("code", tag.asText()));
        service.putArray("phones").addObject().put("number", "555-0100");
        String country = view.path("country").asText("US");
        service.putArray("service_areas").addObject().put("name", country);
        if (view.path("formats")
                .valueStream()
                .anyMatch(format -> format.asText().equals("in_person"))) {
            double distance = view.path("distance_km").asDouble(2);
            ObjectNode location =
                    service.putArray("service_at_locations").addObject().putObject("location");
            location.put("latitude", lat + distance / KM_PER_DEGREE).put("longitude", lon);
            location.putArray("addresses")
                    .addObject()
                    .put("address_1", "1 Main Street")
                    .put("country", country);
        }
        if (view.path("always_open").asBoolean()) {
            service.putArray("schedules")
                    .addObject()
                    .put("freq", "WEEKLY")
                    .put("byday", "MO,TU,WE,TH,FR,SA,SU")
                    .put("opens_at", "00:00")
                    .put("closes_at", "23:59");
        }
        return service;
    }

    public static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static ArrayNode languages(ObjectNode service) {
        return service.path("languages") instanceof ArrayNode known ? known : service.putArray("languages");
    }

    private static void number(JsonNode view, String from, ObjectNode service, String to) {
        if (view.path(from).isNumber()) {
            service.put(to, view.path(from).asInt());
        }
    }

    private static void attribute(ArrayNode attributes, String taxonomy, String code) {
        attributes
                .addObject()
                .putObject("taxonomy_term")
                .put("taxonomy", "kith:" + taxonomy)
                .put("code", code);
    }
}
