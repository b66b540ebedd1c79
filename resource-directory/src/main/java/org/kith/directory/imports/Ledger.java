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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.HsdsJson;

/** What an import did, tree by tree and line by line. */
@ApplicationScoped
class Ledger {

    /** What one tree had been before it was touched, and a digest of what it became. */
    record Touched(
            String tree,
            UUID organization,
            ObjectNode before,
            @Nullable ObjectNode sourceBefore,
            String afterDigest) {}

    private final DataSource database;

    Ledger(DataSource database) {
        this.database = database;
    }

    Set<String> treesDone(UUID importId) {
        return sql("select tree from import_tree where import_id = ?", s -> {
            s.setObject(1, importId);
            Set<String> trees = new HashSet<>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    trees.add(row.getString(1));
                }
            }
            return trees;
        });
    }

    /**
     * What is written down of one tree.
     *
     * @param lines of the report
     */
    record Entry(String tree, ObjectNode counts, @Nullable Touched touched, List<ObjectNode> lines) {}

    void add(UUID importId, List<Entry> entries) {
        sql(
                "insert into import_tree (import_id, tree, counts, organization_id, before, source_before, after_digest)"
                        + " values (?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, ?)",
                s -> {
                    for (Entry entry : entries) {
                        Touched touched = entry.touched();
                        ObjectNode source = touched == null ? null : touched.sourceBefore();
                        s.setObject(1, importId);
                        s.setString(2, entry.tree());
                        s.setString(3, entry.counts().toString());
                        s.setObject(4, touched == null ? null : touched.organization());
                        s.setString(5, touched == null ? null : touched.before().toString());
                        s.setString(6, source == null ? null : source.toString());
                        s.setString(7, touched == null ? null : touched.afterDigest());
                        s.addBatch();
                    }
                    return s.executeBatch();
                });
        report(importId, entries.stream().flatMap(e -> e.lines().stream()).toList());
    }

    void report(UUID importId, List<ObjectNode> lines) {
        if (lines.isEmpty()) {
            return;
        }
        sql("insert into import_line (import_id, line) values (?, ?)", s -> {
            for (ObjectNode line : lines) {
                s.setObject(1, importId);
                s.setString(2, line.toString());
                s.addBatch();
            }
            return s.executeBatch();
        });
    }

    /** A page of the report; the number of a line is where the next page goes on. */
    List<Line> lines(UUID importId, long after, int limit) {
        return sql(
                "select number, line from import_line where import_id = ? and number > ? order by number limit ?",
                s -> {
                    s.setObject(1, importId);
                    s.setLong(2, after);
                    s.setInt(3, limit);
                    List<Line> lines = new ArrayList<>();
                    try (ResultSet row = s.executeQuery()) {
                        while (row.next()) {
                            lines.add(new Line(row.getLong(1), row.getString(2)));
                        }
                    }
                    return lines;
                });
    }

    record Line(long number, String json) {}

    /** Trees that were touched and not yet taken back, the last first. */
    List<String> touchedTrees(UUID importId) {
        return sql("select tree from import_tree where import_id = ? and before is not null order by ctid desc", s -> {
            s.setObject(1, importId);
            List<String> trees = new ArrayList<>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    trees.add(row.getString(1));
                }
            }
            return trees;
        });
    }

    Touched touched(UUID importId, String tree) {
        return sql(
                "select organization_id, before, source_before, after_digest from import_tree where import_id = ? and tree = ?",
                s -> {
                    s.setObject(1, importId);
                    s.setString(2, tree);
                    try (ResultSet row = s.executeQuery()) {
                        row.next();
                        String source = row.getString(3);
                        return new Touched(
                                tree,
                                row.getObject(1, UUID.class),
                                json(row.getString(2)),
                                source == null ? null : json(source),
                                row.getString(4));
                    }
                });
    }

    /** The tree is as it was before: there is nothing left to take back. */
    void restored(UUID importId, String tree) {
        sql("update import_tree set before = null, source_before = null where import_id = ? and tree = ?", s -> {
            s.setObject(1, importId);
            s.setString(2, tree);
            return s.executeUpdate();
        });
    }

    /** Says in a snapshot what it was asked for, since what is new stood nowhere in it. */
    static void mark(ObjectNode snapshot, Snapshot.Wanted wanted) {
        wanted.locations().forEach(id -> snapshot.withArray("location_ids").add(id.toString()));
        wanted.services().forEach(id -> snapshot.withArray("service_ids").add(id.toString()));
    }

    static ObjectNode line(String file, long row, String entity, @Nullable String sourceId, String action) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("file", file)
                .put("row", row)
                .put("entity", entity);
        if (sourceId != null) {
            line.put("source_id", sourceId);
        }
        return line.put("action", action);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) HsdsJson.tree(text.getBytes(StandardCharsets.UTF_8));
    }

    private <T> T sql(String text, Imports.Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
