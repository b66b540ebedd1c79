package org.kith.hsdscheck;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Seven services of two organizations, four of them at places, and three terms. */
final class TinyData {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES =
            List.of("Gardening", "Knitting", "Swimming", "Breakfast", "Listening", "Reading", "Painting");
    private static final List<List<Object>> PLACES = List.of(
            List.of("21201", 39.290, -76.610),
            List.of("21201", 39.291, -76.612),
            List.of("21202", 39.310, -76.612),
            List.of("99501", 61.216, -149.894));

    private TinyData() {}

    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static List<ObjectNode> services() {
        List<ObjectNode> services = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            ObjectNode service = JSON.createObjectNode()
                    .put("id", id("service" + i))
                    .put("name", NAMES.get(i))
                    .put("status", "active")
                    .put("organization_id", id("organization" + i % 2))
                    .put("last_modified", "2026-01-0%dT10:00:00Z".formatted(i + 1));
            ObjectNode term = service.putArray("attributes").addObject().putObject("taxonomy_term");
            term.put("id", id("term" + i % 3)).put("name", "term");
            term.putObject("taxonomy_detail").put("id", id("taxonomy" + (i % 3) / 2));
            services.add(service);
        }
        return services;
    }

    static List<ObjectNode> organizations() {
        List<ObjectNode> organizations = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String id = id("organization" + i);
            ObjectNode organization = JSON.createObjectNode().put("id", id).put("name", "Neighbours" + "xy".charAt(i));
            services().stream()
                    .filter(s -> s.path("organization_id").asText().equals(id))
                    .forEach(organization.withArray("services")::add);
            organizations.add(organization);
        }
        return organizations;
    }

    static List<ObjectNode> places() {
        List<ObjectNode> places = new ArrayList<>();
        for (int i = 0; i < PLACES.size(); i++) {
            ObjectNode place = JSON.createObjectNode()
                    .put("id", id("place" + i))
                    .put("service_id", id("service" + i))
                    .put("name", NAMES.get(i));
            ObjectNode location = place.putObject("location");
            location.put("latitude", (double) PLACES.get(i).get(1))
                    .put("longitude", (double) PLACES.get(i).get(2))
                    .putArray("addresses")
                    .addObject()
                    .put("postal_code", (String) PLACES.get(i).get(0));
            places.add(place);
        }
        return places;
    }

    static List<ObjectNode> terms() {
        List<ObjectNode> terms = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ObjectNode term = JSON.createObjectNode()
                    .put("id", id("term" + i))
                    .put("name", List.of("Wellness", "Company", "Outdoors").get(i))
                    .put("taxonomy_id", id("taxonomy" + i / 2));
            if (i == 1) {
                term.put("parent_id", id("term0"));
            }
            terms.add(term);
        }
        return terms;
    }
}
