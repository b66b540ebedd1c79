package org.kith.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.directory.Samples.confidential;
import static org.kith.directory.Samples.location;
import static org.kith.directory.Samples.organization;
import static org.kith.directory.Samples.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kith.directory.DirectoryTest;
import org.kith.directory.hsds.HsdsJson;
import org.kith.directory.hsds.Listing;
import org.kith.directory.hsds.Location;
import org.kith.directory.hsds.Organization;
import org.kith.directory.platform.Rows;

@DirectoryTest
class TreeRowsTest {
    @Inject
    Directory directory;

    @Inject
    DataSource database;

    private final Location house = location("12 Elm Street");
    private final Location sameHouse = location("12 elm street.");
    private final Location office = location("77 Oak Street");
    private final Listing circle = service("grief", office);
    private final Listing shelter = confidential(service("shelter at 12 Elm Street", house, office));
    private final Organization hope = organization("Hope");
    private final UUID owner = Objects.requireNonNull(hope.id());
    private final OrganizationTree tree =
            new OrganizationTree(owner, hope, List.of(house, sameHouse, office), List.of(circle, shelter), List.of());

    @Test
    void areWhatStoringLeavesInTheTables() {
        TreeRows rows = TreeRows.of(tree, Instant.now());
        directory.store(tree);

        assertThat(stored("organization", "id", owner, "name, flagged, version, facts"))
                .containsExactly(row(
                                rows.organization().name(),
                                rows.organization().flagged(),
                                rows.organization().version())
                        + json(rows.organization().facts()));
        assertThat(stored(
                        "location",
                        "organization_id",
                        owner,
                        "id, flagged, confidential, latitude, longitude, postal_code, address_key, version, facts"))
                .containsExactlyInAnyOrderElementsOf(rows.locations().stream()
                        .map(l -> row(
                                        l.id(),
                                        l.flagged(),
                                        l.confidential(),
                                        l.latitude(),
                                        l.longitude(),
                                        l.postalCode(),
                                        l.addressKey(),
                                        l.version())
                                + json(l.facts()))
                        .toList());
        assertThat(stored("service", "organization_id", owner, "id, flagged, facts"))
                .containsExactlyInAnyOrderElementsOf(rows.services().stream()
                        .map(s -> row(s.id(), s.flagged()) + json(s.facts()))
                        .toList());
        assertThat(rows.places())
                .allSatisfy(place -> assertThat(stored(
                                "service_at_location", "id", place.id(), "service_id, location_id, flagged, facts"))
                        .containsExactly(
                                row(place.serviceId(), place.locationId(), place.flagged()) + json(place.facts())));
    }

    @Test
    void carryTheDocumentsThatStoringPublishes() {
        TreeRows rows = TreeRows.of(tree, Instant.now());
        directory.store(tree);

        Map<UUID, String> published = documents("listing", "service_id");
        assertThat(rows.listings()).hasSize(2).allSatisfy(row -> {
            assertThat(undated(row.found().document())).isEqualTo(published.get(row.serviceId()));
            assertThat(terms(row.serviceId())).isEqualTo(row.found().terms());
        });
        assertThat(undated(rows.organization().found().document()))
                .isEqualTo(documents("organization_document", "organization_id").get(owner));
        assertThat(published.values()).noneMatch(document -> document.contains("Elm"));
    }

    private Map<UUID, String> documents(String table, String key) {
        return Rows.read(
                        database,
                        "select " + key + ", document from " + table + " where organization_id = ?",
                        s -> s.setObject(1, owner),
                        row -> Map.entry(row.getObject(1, UUID.class), undated(row.getBytes(2))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<UUID> terms(UUID service) {
        return new HashSet<>(Rows.read(
                database,
                "select unnest(terms) from listing where service_id = ?",
                s -> s.setObject(1, service),
                row -> row.getObject(1, UUID.class)));
    }

    /** Without the moment of the change. */
    private static String undated(byte[] document) {
        ObjectNode tree = (ObjectNode) HsdsJson.tree(document);
        tree.remove("last_modified");
        return tree.toString();
    }

    private List<String> stored(String table, String key, UUID id, String columns) {
        int count = columns.split(",", -1).length;
        return Rows.read(
                database,
                "select " + columns + " from " + table + " where " + key + " = ?",
                s -> s.setObject(1, id),
                row -> {
                    Object[] values = new Object[count - 1];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.getObject(i + 1);
                    }
                    return row(values) + json(row.getString(count).getBytes(StandardCharsets.UTF_8));
                });
    }

    private static String row(@Nullable Object... values) {
        return Arrays.asList(values).stream().map(String::valueOf).collect(Collectors.joining("|", "", "|"));
    }

    /** PostgreSQL orders the fields in its own way. */
    private static String json(byte[] facts) {
        return sorted(HsdsJson.tree(facts));
    }

    private static String sorted(com.fasterxml.jackson.databind.JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(f -> f.getKey() + ":" + sorted(f.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            StringBuilder text = new StringBuilder("[");
            node.forEach(element -> text.append(sorted(element)).append(','));
            return text.append(']').toString();
        }
        return node.toString();
    }
}
