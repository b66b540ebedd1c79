package org.kith.directory.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.kith.directory.hsds.HsdsJson;

/** Reads organizations and some of their locations and services as they are stored, to be able to put them back. */
@ApplicationScoped
class Snapshot {
    private static final String PLACES = "select id, service_id, location_id, facts from service_at_location"
            + " where service_id = any(?) order by id";

    /** What is to be looked at; it need not be there. */
    record Wanted(UUID organization, List<UUID> locations, List<UUID> services) {}

    private final DataSource database;

    Snapshot(DataSource database) {
        this.database = database;
    }

    ObjectNode of(UUID organization, List<UUID> locations, List<UUID> services) {
        return of(List.of(new Wanted(organization, locations, services))).getFirst();
    }

    /** Each with {@code organization} where there is one, {@code locations} and {@code services}, in the order of ids. */
    List<ObjectNode> of(List<Wanted> all) {
        Set<UUID> organizations = new HashSet<>();
        Set<UUID> locations = new HashSet<>();
        Set<UUID> services = new HashSet<>();
        for (Wanted wanted : all) {
            organizations.add(wanted.organization());
            locations.addAll(wanted.locations());
            services.addAll(wanted.services());
        }
        try (Connection connection = database.getConnection()) {
            Map<UUID, ObjectNode> found = new HashMap<>();
            add(found, connection, "select id, facts from location where id = any(?)", locations);
            add(found, connection, "select id, facts from service where id = any(?)", services);
            places(found, connection, services);
            Map<UUID, ObjectNode> owners = new HashMap<>();
            add(owners, connection, "select id, facts from organization where id = any(?)", organizations);
            return all.stream().map(wanted -> one(wanted, found, owners)).toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the organization has services besides these, which somebody else wrote. */
    boolean hasOtherServices(UUID organization, List<UUID> services) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select 1 from service where organization_id = ? and id <> all(?) limit 1")) {
            statement.setObject(1, organization);
            statement.setArray(2, connection.createArrayOf("uuid", services.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode one(Wanted wanted, Map<UUID, ObjectNode> found, Map<UUID, ObjectNode> owners) {
        ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
        ObjectNode owner = owners.get(wanted.organization());
        if (owner != null) {
            snapshot.set("organization", owner);
        }
        list(snapshot.putArray("locations"), wanted.locations(), found);
        list(snapshot.putArray("services"), wanted.services(), found);
        return snapshot;
    }

    private static void list(ArrayNode list, List<UUID> ids, Map<UUID, ObjectNode> found) {
        ids.stream().distinct().sorted().filter(found::containsKey).forEach(id -> list.add(found.get(id)));
    }

    private static void add(Map<UUID, ObjectNode> found, Connection connection, String sql, Collection<UUID> ids)
            throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getObject(1, UUID.class),
                            facts(row.getString(2)).put("id", row.getString(1)));
                }
            }
        }
    }

    private static void places(Map<UUID, ObjectNode> found, Connection connection, Collection<UUID> services)
            throws SQLException {
        if (services.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(PLACES)) {
            statement.setArray(1, connection.createArrayOf("uuid", services.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ObjectNode service = found.get(row.getObject(2, UUID.class));
                    if (service != null) {
                        service.withArray("service_at_locations")
                                .add(facts(row.getString(4))
                                        .put("id", row.getString(1))
                                        .put("location_id", row.getString(3)));
                    }
                }
            }
        }
    }

    private static ObjectNode facts(String json) {
        return (ObjectNode) HsdsJson.tree(json.getBytes(StandardCharsets.UTF_8));
    }
}
