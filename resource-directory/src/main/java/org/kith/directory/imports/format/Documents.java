package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes an HSDS document apart into its organization, services, locations and what ties them. */
final class Documents {
    private final Harvest harvest;
    private final String file;
    private final Cleaner cleaner;
    /** Objects with one list as their only field, whose name says what is in it, as our own exports write them. */
    static final Map<String, String> LISTS = Map.of(
            "services", "service",
            "organizations", "organization",
            "locations", "location",
            "service_at_locations", "service_at_location",
            "taxonomies", "taxonomy",
            "taxonomy_terms", "taxonomy_term");

    private final Set<String> refusedBefore = new HashSet<>();

    Documents(Harvest harvest, String file) {
        this.harvest = harvest;
        this.file = file;
        this.cleaner = new Cleaner(file, harvest.notes());
    }

    /** @param document null when it could not be read at all */
    void take(long number, @Nullable JsonNode document) {
        if (document instanceof ObjectNode list && list.size() == 1) {
            String field = list.fieldNames().next();
            if (LISTS.containsKey(field) && list.path(field).isArray()) {
                list.path(field).forEach(item -> take(number, item, LISTS.get(field)));
                return;
            }
        }
        take(number, document, document instanceof ObjectNode object ? entityOf(object) : null);
    }

    void take(long number, @Nullable JsonNode document, @Nullable String entity) {
        if (!(document instanceof ObjectNode object) || entity == null) {
            Row row = new Row(file, number, "document", null, "", JsonNodeFactory.instance.objectNode());
            String code = document == null ? "json-malformed" : "not-hsds";
            row.refuse(null, code, "This is no HSDS document.", document == null ? null : document.toString());
            harvest.refuse(row);
            return;
        }
        switch (entity) {
            case "organization" -> organization(number, object);
            case "service" -> service(number, object, null);
            case "service_at_location" -> serviceAtLocation(number, object, null);
            case "location" -> location(number, object, null);
            case "taxonomy" -> taxonomy(number, object);
            default -> row(entity, number, object);
        }
    }

    private @Nullable String organization(long number, ObjectNode object) {
        List<ObjectNode> services = take(object, "services");
        List<ObjectNode> locations = take(object, "locations");
        List<ObjectNode> programs = take(object, "programs");
        Row row = row("organization", number, object);
        String id = row == null ? null : row.node().path("id").asText();
        programs.forEach(program -> program(number, program, id));
        locations.forEach(location -> location(number, location, id));
        services.forEach(service -> service(number, service, id));
        return id;
    }

    private void program(long number, ObjectNode program, @Nullable String organization) {
        if (organization != null) {
            program.put("organization_id", organization);
        }
        row("program", number, program);
    }

    private @Nullable String service(long number, ObjectNode object, @Nullable String organization) {
        ObjectNode nested = takeOne(object, "organization");
        String owner = nested == null ? organization : organization(number, nested);
        ObjectNode program = takeOne(object, "program");
        List<ObjectNode> places = take(object, "service_at_locations");
        if (owner != null) {
            object.put("organization_id", owner);
        }
        if (program != null) {
            object.set("program_id", program.path("id"));
            program(number, program, owner);
        }
        Row row = row("service", number, object);
        String id = row == null ? null : row.node().path("id").asText();
        places.forEach(place -> serviceAtLocation(number, place, id));
        return id;
    }

    private void serviceAtLocation(long number, ObjectNode object, @Nullable String service) {
        ObjectNode nestedService = takeOne(object, "service");
        ObjectNode nestedLocation = takeOne(object, "location");
        String ofService = nestedService == null ? service : service(number, nestedService, null);
        if (ofService != null) {
            object.put("service_id", ofService);
        }
        if (nestedLocation != null) {
            Row location = location(number, nestedLocation, null);
            if (location != null) {
                object.set("location_id", location.node().path("id"));
            }
        }
        if (!object.hasNonNull("id")) {
            object.put(
                    "id",
                    object.path("service_id").asText() + "/"
                            + object.path("location_id").asText());
        }
        row("service_at_location", number, object);
    }

    private @Nullable Row location(long number, ObjectNode object, @Nullable String organization) {
        if (organization != null && !object.hasNonNull("organization_id")) {
            object.put("organization_id", organization);
        }
        return row("location", number, object);
    }

    private void taxonomy(long number, ObjectNode object) {
        List<ObjectNode> terms = take(object, "taxonomy_terms");
        Row row = row("taxonomy", number, object);
        for (ObjectNode term : terms) {
            if (row != null && !term.hasNonNull("taxonomy_id")) {
                term.set("taxonomy_id", row.node().path("id"));
            }
            row("taxonomy_term", number, term);
        }
    }

    /** The row that this becomes, or the one of which it says more; null when it cannot stay. */
    private @Nullable Row row(String entity, long number, ObjectNode raw) {
        String given = raw.path("id").asText("").strip();
        String digest = Digest.of(List.of(raw.toString()));
        String name = raw.path("name").asText("").strip().toLowerCase(Locale.ROOT);
        String id = given.isEmpty() ? "~" + (name.isEmpty() ? digest : name) : given;
        Row row = new Row(
                file, number, entity, given.isEmpty() ? null : given, digest, JsonNodeFactory.instance.objectNode());
        ObjectNode clean = cleaner.clean(entity, raw, row.findings());
        if (clean == null) {
            row.markRefused();
            if (refusedBefore.add(entity + ":" + id)) {
                harvest.refuse(row);
            }
            return null;
        }
        if (given.isEmpty()) {
            row.findings().add("id", "id-derived", "The id was missing; one was made from the name.", null, null);
        }
        row.node().setAll(clean);
        row.node().put("id", id);
        return harvest.merge(row);
    }

    static @Nullable String entityOf(ObjectNode document) {
        if (document.has("service") && document.has("location")) {
            return "service_at_location";
        }
        boolean named = document.has("id") || document.has("name");
        if (document.has("organization")
                || document.has("service_at_locations")
                || document.has("organization_id") && document.has("status")) {
            return "service";
        }
        if (document.has("services")
                || document.has("organization_identifiers")
                || document.has("website")
                || document.has("legal_status")
                || document.has("tax_status")
                || document.has("programs")) {
            return "organization";
        }
        if (document.has("location_type") || document.has("latitude") || document.has("addresses")) {
            return "location";
        }
        if (document.has("status") && named) {
            return "service";
        }
        if (document.has("taxonomy")
                || document.has("parent_id")
                || document.has("term_uri")
                || document.has("taxonomy_detail")) {
            return "taxonomy_term";
        }
        if (document.has("taxonomy_terms") || document.has("version") && document.has("name")) {
            return "taxonomy";
        }
        return document.has("id") && document.has("name") && document.has("description") ? "organization" : null;
    }

    /** What is no object stays where it stood, for the cleaner to find. */
    private static List<ObjectNode> take(ObjectNode object, String field) {
        JsonNode list = object.path(field);
        if (!list.isArray()) {
            return List.of();
        }
        object.remove(field);
        List<ObjectNode> items = new ArrayList<>();
        for (JsonNode item : list) {
            if (item instanceof ObjectNode one) {
                items.add(one);
            } else if (!item.isNull()) {
                object.withArray(field).add(item);
            }
        }
        return items;
    }

    private static @Nullable ObjectNode takeOne(ObjectNode object, String field) {
        return object.path(field) instanceof ObjectNode ? (ObjectNode) object.remove(field) : null;
    }
}
