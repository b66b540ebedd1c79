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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.kith.directory.hsds.HsdsJson;

/** Reads an organization and some of its locations and services as they are stored, to be able to put them back. */
@ApplicationScoped
class Snapshot {
    private final DataSource database;

    Snapshot(DataSource database) {
        this.database = database;
    }

    /** With {@code organization} where there is one, {@code locations} and {@code services}; ids in order. */
    ObjectNode of(UUID organization, Collection<UUID> locations, Collection<UUID> services) {
        ObjectNode snapshot = JsonNodeFactory.instance.objectNode();
        try (Connection connection = database.getConnection()) {
            ArrayNode found = JsonNodeFactory.instance.arrayNode();
            add(
                    found,
                    connection,
                    "select id, facts from organization where id = any(?) order by id",
                    List.of(organization),
                    new HashMap<>());
            if (!found.isEmpty()) {
                snapshot.set("organization", found.get(0));
            }
            add(
                    snapshot.putArray("locations"),
                    connection,
                    "select id, facts from location where id = any(?) order by id",
                    locations,
                    new HashMap<>());
            Map<String, ObjectNode> byId = new HashMap<>();
            add(
                    snapshot.putArray("services"),
                    connection,
                    "select id, facts from service where id = any(?) order by id",
                    services,
                    byId);
            places(connection, services, byId);
            return snapshot;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(
            ArrayNode list, Connection connection, String sql, Collection<UUID> ids, Map<String, ObjectNode> byId)
            throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ObjectNode facts = facts(row.getString(2)).put("id", row.getString(1));
                    list.add(facts);
                    byId.put(row.getString(1), facts);
                }
            }
        }
    }

    private static void places(Connection connection, Collection<UUID> services, Map<String, ObjectNode> byId)
            throws SQLException {
        if (services.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, service_id, location_id, facts from service_at_location where service_id = any(?) order by id")) {
            statement.setArray(1, connection.createArrayOf("uuid", services.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ObjectNode service = byId.get(row.getString(2));
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
