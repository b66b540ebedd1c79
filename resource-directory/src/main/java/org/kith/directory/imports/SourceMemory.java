package org.kith.directory.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.HsdsJson;

/** What each source said the last time. */
@ApplicationScoped
class SourceMemory {
    private static final String COLUMNS =
            "select tree, digest, organization_id, array_to_string(brought, ' '), rows from source_tree where ";
    private static final String PUT = """
            insert into source_tree (source, tree, digest, organization_id, brought, rows)
            values (?, ?, ?, ?, string_to_array(?, ' '), ?::jsonb)
            on conflict (source, tree) do update set digest = excluded.digest,
                organization_id = excluded.organization_id, brought = excluded.brought, rows = excluded.rows
            """;

    /**
     * @param brought {@code "service:<id>"} and the like, for all that can be withdrawn
     * @param rows the digest of each row by its identity
     */
    record Known(String tree, String digest, @Nullable UUID organization, Set<String> brought, ObjectNode rows) {
        ObjectNode json() {
            ObjectNode json =
                    JsonNodeFactory.instance.objectNode().put("tree", tree).put("digest", digest);
            if (organization != null) {
                json.put("organization", organization.toString());
            }
            json.put("brought", String.join(" ", brought)).set("rows", rows);
            return json;
        }

        static Known read(ObjectNode json) {
            return new Known(
                    json.path("tree").asText(),
                    json.path("digest").asText(),
                    json.has("organization")
                            ? UUID.fromString(json.path("organization").asText())
                            : null,
                    words(json.path("brought").asText()),
                    (ObjectNode) json.path("rows"));
        }

        Known without(List<UUID> services, List<UUID> locations) {
            Set<String> left = new LinkedHashSet<>(brought);
            services.forEach(id -> left.remove("service:" + id));
            locations.forEach(id -> left.remove("location:" + id));
            return new Known(tree, digest, organization, left, rows);
        }

        List<UUID> brought(String entity) {
            return brought.stream()
                    .filter(b -> b.startsWith(entity + ":"))
                    .map(b -> UUID.fromString(b.substring(entity.length() + 1)))
                    .toList();
        }
    }

    private final DataSource database;

    SourceMemory(DataSource database) {
        this.database = database;
    }

    Map<String, Known> find(String source, List<String> trees) {
        return select(COLUMNS + "source = ? and tree = any(?)", source, trees.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(Known::tree, known -> known));
    }

    Optional<Known> find(String source, String tree) {
        return select(COLUMNS + "source = ? and tree = ?", source, tree).stream()
                .findFirst();
    }

    /** Those trees of the source of which this import did not speak. */
    List<Known> notSeenBy(UUID importId, String source) {
        return select(
                COLUMNS + "source = ? and tree not in (select tree from import_tree where import_id = ?) order by tree",
                source,
                importId);
    }

    boolean isBroughtByAnother(String source, UUID organization) {
        return !select(COLUMNS + "source <> ? and organization_id = ?", source, organization)
                .isEmpty();
    }

    void put(String source, List<Known> all) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PUT)) {
            for (Known known : all) {
                statement.setString(1, source);
                statement.setString(2, known.tree());
                statement.setString(3, known.digest());
                statement.setObject(4, known.organization());
                statement.setString(5, String.join(" ", known.brought()));
                statement.setString(6, known.rows().toString());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void forget(String source, String tree) {
        execute("delete from source_tree where source = ? and tree = ?", source, tree);
    }

    private void execute(String sql, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Known> select(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<Known> known = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.add(new Known(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, UUID.class),
                            words(row.getString(4)),
                            (ObjectNode) HsdsJson.tree(row.getString(5).getBytes(StandardCharsets.UTF_8))));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(text.split(" ")));
    }
}
