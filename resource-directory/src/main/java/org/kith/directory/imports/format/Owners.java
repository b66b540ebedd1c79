package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.directory.imports.format.Shape.Field;
import org.kith.directory.imports.format.Shape.Kind;

/** Finds to what a row belongs: the most particular of the owners that it names and that exist. */
final class Owners {
    /** Values that live inside something else; what may hold others comes first. */
    static final List<String> VALUES = List.of(
            "contact",
            "phone",
            "address",
            "schedule",
            "service_area",
            "language",
            "accessibility",
            "required_document",
            "cost_option",
            "funding",
            "url",
            "organization_identifier",
            "service_capacity",
            "attribute",
            "metadata");

    private static final List<String> PARTICULAR_FIRST =
            List.of("contact", "phone", "service_at_location", "service", "location", "organization");

    /**
     * @param row the source's own row of it; null when it was made here
     * @param list the field of the owner in which such values stand
     */
    record Owner(ObjectNode node, @Nullable Row row, String list) {}

    private final Harvest harvest;
    private final Map<String, String> hinted = new HashMap<>();
    /** Location → organization; made when it is first asked for, since by then services know whose they are. */
    private @Nullable Map<String, String> serving;

    Owners(Harvest harvest) {
        this.harvest = harvest;
        for (String entity : List.of("phone", "contact")) {
            harvest.rows(entity).forEach(this::hint);
        }
        for (Row at : harvest.rows("service_at_location")) {
            Row service = harvest.find("service", Rules.text(at.node(), "service_id"));
            String organization = service == null ? null : Rules.text(service.node(), "organization_id");
            String location = Rules.text(at.node(), "location_id");
            if (organization != null && location != null) {
                hinted.putIfAbsent("location:" + location, organization);
            }
        }
    }

    private void hint(Row row) {
        String organization = Rules.text(row.node(), "organization_id");
        for (String entity : List.of("service", "location")) {
            String id = Rules.text(row.node(), entity + "_id");
            if (organization != null && id != null) {
                hinted.putIfAbsent(entity + ":" + id, organization);
            }
        }
    }

    @Nullable
    String organizationOfService(Row row, Map<String, ObjectNode> organizations) {
        String given = Rules.text(row.node(), "organization_id");
        if (given != null && organizations.containsKey(given)) {
            return given;
        }
        Row place = harvest.find("location", Rules.text(row.node(), "location_id"));
        String ofPlace = place == null ? null : Rules.text(place.node(), "organization_id");
        Row program = harvest.find("program", Rules.text(row.node(), "program_id"));
        String ofProgram = program == null ? null : Rules.text(program.node(), "organization_id");
        String ofPhones = hinted.get("service:" + row.node().path("id").asText());
        for (String candidate : new String[] {ofPlace, ofProgram, ofPhones}) {
            if (candidate != null && organizations.containsKey(candidate)) {
                if (candidate.equals(ofPhones) && !candidate.equals(ofPlace)) {
                    row.findings()
                            .add(
                                    "organization_id",
                                    "organization-inferred",
                                    "Its telephone numbers say whose it is.",
                                    given,
                                    candidate);
                }
                return candidate;
            }
        }
        return null;
    }

    @Nullable
    String organizationOfLocation(Row row, Map<String, ObjectNode> organizations) {
        String id = row.node().path("id").asText();
        for (String candidate :
                new String[] {Rules.text(row.node(), "organization_id"), hinted.get("location:" + id)}) {
            if (candidate != null && organizations.containsKey(candidate)) {
                return candidate;
            }
        }
        return servedBy(id);
    }

    private @Nullable String servedBy(String location) {
        if (serving == null) {
            Map<String, String> found = new HashMap<>();
            for (Row at : harvest.rows("service_at_location")) {
                ObjectNode service = harvest.node("service", Rules.text(at.node(), "service_id"));
                String place = Rules.text(at.node(), "location_id");
                String organization = service == null ? null : Rules.text(service, "organization_id");
                if (place != null && organization != null) {
                    found.putIfAbsent(place, organization);
                }
            }
            serving = found;
        }
        return serving.get(location);
    }

    @Nullable
    Owner ownerOf(Row row) {
        if (row.entity().equals("attribute")) {
            return named(row, row.node().path("link_entity").asText("service"), "link_id", "attributes");
        }
        if (row.entity().equals("metadata")) {
            return named(row, row.node().path("resource_type").asText(), "resource_id", "metadata");
        }
        Owner at = onlyThere(row);
        if (at != null) {
            return at;
        }
        for (String entity : PARTICULAR_FIRST) {
            String id = Rules.text(row.node(), entity + "_id");
            String list = id == null ? null : listFor(entity, row.entity());
            if (list != null) {
                Owner owner = named(row, entity, entity + "_id", list);
                if (owner != null) {
                    return owner;
                }
                row.findings().add(entity + "_id", "dangling-reference", "There is no such " + entity + ".", id, null);
            }
        }
        return null;
    }

    private @Nullable Owner named(Row row, String entity, String field, String list) {
        Row owner = harvest.find(entity, Rules.text(row.node(), field));
        return owner == null || owner.isRefused() ? null : new Owner(owner.node(), owner, list);
    }

    /** With a service and a location, it holds for that service at that location, unless there is only one. */
    private @Nullable Owner onlyThere(Row row) {
        Row service = harvest.find("service", Rules.text(row.node(), "service_id"));
        String location = Rules.text(row.node(), "location_id");
        String list = listFor("service_at_location", row.entity());
        if (service == null || service.isRefused() || location == null || list == null) {
            return null;
        }
        JsonNode places = service.node().path("service_at_locations");
        for (JsonNode at : places) {
            if (places.size() > 1
                    && location.equals(at.path("location_id").asText())
                    && at instanceof ObjectNode node) {
                return new Owner(node, service, list);
            }
        }
        return null;
    }

    private static @Nullable String listFor(String owner, String entity) {
        for (Map.Entry<String, Field> field : Shape.of(owner).entrySet()) {
            if (field.getValue().kind() == Kind.LIST
                    && field.getValue().entity().equals(entity)) {
                return field.getKey();
            }
        }
        return null;
    }

    static String firstReference(Row row) {
        if (row.entity().equals("attribute")) {
            return "link_id";
        }
        if (row.entity().equals("metadata")) {
            return "resource_id";
        }
        for (String entity : PARTICULAR_FIRST) {
            if (row.node().has(entity + "_id")) {
                return entity + "_id";
            }
        }
        return "organization_id";
    }

    /** Where a value stands says whose it is. */
    static void forget(ObjectNode node) {
        PARTICULAR_FIRST.forEach(entity -> node.remove(entity + "_id"));
    }
}
