package org.kith.directory.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.kith.directory.platform.Rows;

/** The table {@code foreign_id}. */
@ApplicationScoped
public class ForeignIds {
    private final DataSource database;

    ForeignIds(DataSource database) {
        this.database = database;
    }

    public void remember(Collection<ForeignId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into foreign_id (source, entity, foreign_id, id) values (?, ?, ?, ?)"
                                + " on conflict (source, entity, foreign_id) do update set id = excluded.id"
                                + " where foreign_id.id <> excluded.id")) {
            // One statement may write many rows, but none of them twice.
            for (ForeignId id : new LinkedHashSet<>(ids)) {
                insert.setString(1, id.source());
                insert.setString(2, id.entity());
                insert.setString(3, id.foreignId());
                insert.setObject(4, id.id());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hands over every id that a source has used, with its entity. */
    public void eachOf(String source, BiConsumer<String, String> entityAndId) {
        Rows.read(
                database,
                "select entity, foreign_id from foreign_id where source = ?",
                select -> select.setString(1, source),
                row -> {
                    entityAndId.accept(row.getString(1), row.getString(2));
                    return source;
                });
    }

    public Optional<UUID> find(String source, String entity, String foreignId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id from foreign_id where source = ? and entity = ? and foreign_id = ?")) {
            select.setString(1, source);
            select.setString(2, entity);
            select.setString(3, foreignId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
