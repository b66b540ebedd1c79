package org.kith.directory.imports.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the rows together: every value into its owner, every owner into its organization. */
final class Linker {
    private final Harvest harvest;
    private final Owners owners;
    private final Map<String, ObjectNode> organizations = new LinkedHashMap<>();
    private final Map<String, List<Row>> rowsOf = new LinkedHashMap<>();
    private final Map<Row, String> treeOf = new IdentityHashMap<>();
    private final Map<ObjectNode, Row> capacityOfUnit = new IdentityHashMap<>();

    Linker(Harvest harvest) {
        this.harvest = harvest;
        this.owners = new Owners(harvest);
    }

    List<OrganizationTree> link() {
        harvest.rows("organization").forEach(this::organization);
        harvest.rows("program").forEach(this::program);
        new Terms(harvest).attach();
        harvest.rows("service").forEach(this::service);
        harvest.rows("location").forEach(this::location);
        harvest.rows("service_at_location").forEach(this::serviceAtLocation);
        nestUnits();
        new NamedPlaces(harvest).relink();
        for (String older : List.of("eligibility", "payment_accepted")) {
            harvest.rows(older).forEach(this::older);
        }
        for (String entity : Owners.VALUES) {
            harvest.rows(entity).forEach(this::value);
        }
        harvest.rows("unit").forEach(this::unit);
        harvest.rows("meta_table_description").forEach(row -> {
            row.refuse(null, "not-a-listing", "It describes a table and no listing.", row.sourceId());
            into(OrganizationTree.LEFTOVERS, row);
        });
        nestPlaces();
        return trees();
    }

    private void organization(Row row) {
        String id = row.node().path("id").asText();
        organizations.put(id, row.node());
        into(id, row);
    }

    private void program(Row row) {
        String organization = Rules.text(row.node(), "organization_id");
        ObjectNode owner = organization == null ? null : organizations.get(organization);
        if (owner == null || organization == null) {
            dangling(row, "organization_id", organization);
            return;
        }
        owner.withArray("programs").add(row.node());
        row.ownedBy(harvest.find("organization", organization));
        into(organization, row);
    }

    private void service(Row row) {
        String organization = owners.organizationOfService(row, organizations);
        if (organization == null) {
            String given = Rules.text(row.node(), "organization_id");
            organization = given == null ? "~service:" + row.node().path("id").asText() : given;
            String name = row.node().path("name").asText();
            row.findings()
                    .add(
                            "organization_id",
                            "organization-made",
                            "Its organization is unknown; one was made with the name of the service.",
                            given,
                            name);
            organizations.put(
                    organization,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("id", organization)
                            .put("name", name)
                            .put("description", row.node().path("description").asText(name)));
        }
        row.node().put("organization_id", organization);
        ObjectNode owner = organizations.get(organization);
        if (owner != null) {
            owner.withArray("services").add(row.node());
        }
        into(organization, row);
        ownPlace(row);
    }

    /** Ohana and HSDS 1.0 say in the service itself where it is given. */
    private void ownPlace(Row row) {
        String place = Rules.text(row.node(), "location_id");
        row.node().remove("location_id");
        if (place == null) {
            return;
        }
        if (harvest.node("location", place) == null) {
            row.findings().add("location_id", "dangling-reference", "There is no such location.", place, null);
        } else {
            row.node()
                    .withArray("service_at_locations")
                    .addObject()
                    .put("id", row.node().path("id").asText() + "/" + place)
                    .put("location_id", place);
        }
    }

    private void location(Row row) {
        String organization = owners.organizationOfLocation(row, organizations);
        String given = Rules.text(row.node(), "organization_id");
        if (organization == null) {
            dangling(row, "organization_id", given);
            return;
        }
        if (given != null && !given.equals(organization) && !harvest.isElsewhere(given)) {
            row.findings()
                    .add(
                            "organization_id",
                            "dangling-reference",
                            "There is no such organization; that of its service took its place.",
                            given,
                            organization);
        }
        row.node().put("organization_id", organization);
        into(organization, row);
    }

    private void serviceAtLocation(Row row) {
        ObjectNode service = harvest.node("service", Rules.text(row.node(), "service_id"));
        ObjectNode location = harvest.node("location", Rules.text(row.node(), "location_id"));
        if (service == null || location == null) {
            String field = service == null ? "service_id" : "location_id";
            dangling(row, field, Rules.text(row.node(), field));
            return;
        }
        row.ownedBy(harvest.find("service", Rules.text(row.node(), "service_id")));
        row.node().remove("service_id");
        service.withArray("service_at_locations").add(row.node());
        into(service.path("organization_id").asText(), row);
    }

    /** Tables of older versions whose rows are now texts of the service. */
    private void older(Row row) {
        String id = Rules.text(row.node(), "service_id");
        Row service = harvest.find("service", id);
        if (service == null || service.isRefused()) {
            dangling(row, "service_id", id);
            return;
        }
        OlderTables.merge(row, service);
        row.ownedBy(service);
        into(treeOf.getOrDefault(service, OrganizationTree.LEFTOVERS), row);
    }

    private void value(Row row) {
        if (row.isRefused()) {
            into(OrganizationTree.LEFTOVERS, row);
            return;
        }
        Owners.Owner owner = owners.ownerOf(row);
        if (owner == null) {
            dangling(row, Owners.firstReference(row), Rules.text(row.node(), Owners.firstReference(row)));
            return;
        }
        Owners.forget(row.node());
        ArrayNode list = owner.node().withArray(owner.list());
        list.add(row.node());
        Rules.further(row.entity(), row.node()).forEach(list::add);
        row.ownedBy(owner.row());
        String tree = owner.row() == null
                ? OrganizationTree.LEFTOVERS
                : treeOf.getOrDefault(owner.row(), OrganizationTree.LEFTOVERS);
        into(tree, row);
    }

    private void nestUnits() {
        for (Row capacity : harvest.rows("service_capacity")) {
            ObjectNode unit = harvest.node("unit", Rules.text(capacity.node(), "unit_id"));
            if (unit != null) {
                capacity.node().set("unit", unit);
                capacityOfUnit.put(unit, capacity);
            }
            capacity.node().remove("unit_id");
        }
    }

    private void unit(Row row) {
        Row capacity = capacityOfUnit.get(row.node());
        if (capacity == null || capacity.isRefused()) {
            dangling(row, "id", row.sourceId());
            return;
        }
        row.ownedBy(capacity);
        into(treeOf.getOrDefault(capacity, OrganizationTree.LEFTOVERS), row);
    }

    /** Locations stand in the tree of their organization, and in any other whose services are given there. */
    private void nestPlaces() {
        harvest.rows("location").forEach(row -> {
            ObjectNode owner =
                    organizations.get(row.node().path("organization_id").asText());
            if (owner != null && !row.isRefused()) {
                owner.withArray("locations").add(row.node());
            }
        });
        harvest.rows("service").forEach(row -> {
            ObjectNode owner =
                    organizations.get(row.node().path("organization_id").asText());
            for (JsonNode at : row.node().path("service_at_locations")) {
                ObjectNode place =
                        harvest.node("location", at.path("location_id").asText());
                boolean elsewhere = place != null
                        && !place.path("organization_id").equals(row.node().path("organization_id"));
                if (owner != null && place != null && elsewhere) {
                    owner.withArray("locations").add(place);
                }
            }
        });
    }

    private List<OrganizationTree> trees() {
        List<OrganizationTree> trees = new ArrayList<>();
        ObjectNode taxonomies = new Terms(harvest).document();
        List<Row> terms = new ArrayList<>();
        harvest.rows("taxonomy").forEach(terms::add);
        harvest.rows("taxonomy_term").forEach(terms::add);
        harvest.rows("taxonomy_mapping").forEach(terms::add);
        if (!terms.isEmpty()) {
            trees.add(new OrganizationTree(OrganizationTree.TAXONOMIES, taxonomies, terms));
        }
        organizations.forEach(
                (id, node) -> trees.add(new OrganizationTree(id, node, rowsOf.getOrDefault(id, List.of()))));
        List<Row> leftovers = new ArrayList<>(rowsOf.getOrDefault(OrganizationTree.LEFTOVERS, List.of()));
        leftovers.addAll(harvest.refusedRows());
        if (!leftovers.isEmpty()) {
            trees.add(new OrganizationTree(OrganizationTree.LEFTOVERS, null, leftovers));
        }
        return trees;
    }

    private void dangling(Row row, String field, @Nullable String original) {
        row.refuse(
                field,
                original == null ? "no-owner" : "dangling-reference",
                "It belongs to nothing that is known.",
                original);
        into(OrganizationTree.LEFTOVERS, row);
    }

    private void into(String tree, Row row) {
        treeOf.put(row, tree);
        rowsOf.computeIfAbsent(tree, t -> new ArrayList<>()).add(row);
    }
}
