package org.kith.directory.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kith.directory.hsds.HsdsJson;

/** The table {@code import}, read. */
@ApplicationScoped
class Imports {
    private static final String COUNTS = """
            select t.import_id, e.key, sum((e.value->>0)::bigint), sum((e.value->>1)::bigint), sum((e.value->>2)::bigint),
                   sum((e.value->>3)::bigint), sum((e.value->>4)::bigint)
            from import_tree t, jsonb_each(t.counts) e where t.import_id = any(?) group by 1, 2
            """;

    private final DataSource database;

    Imports(DataSource database) {
        this.database = database;
    }

    @Transactional
    Optional<ImportView> find(UUID id) {
        return select("where id = ?", id).stream().findFirst();
    }

    /** The newest first. */
    @Transactional
    List<ImportView> newest(@Nullable Long beforeNumber, int limit) {
        return select(
                "where number < ? order by number desc limit " + limit,
                beforeNumber == null ? Long.valueOf(Long.MAX_VALUE) : beforeNumber);
    }

    @Transactional
    long numberOf(UUID id) {
        return sql("select number from import where id = ?", s -> {
            s.setObject(1, id);
            try (ResultSet row = s.executeQuery()) {
                return row.next() ? row.getLong(1) : Long.MAX_VALUE;
            }
        });
    }

    /** Imports after this one that touched the same organizations and still stand. */
    @Transactional
    List<UUID> laterOnSame(UUID id) {
        return sql("""
                select distinct i.id, i.number from import i
                join import_tree t on t.import_id = i.id and t.before is not null
                join import_tree mine on mine.organization_id = t.organization_id and mine.before is not null
                join import me on me.id = mine.import_id
                where me.id = ? and i.number > me.number and i.state in ('running', 'done') order by i.number
                """, s -> {
            s.setObject(1, id);
            List<UUID> later = new ArrayList<>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    later.add(row.getObject(1, UUID.class));
                }
            }
            return later;
        });
    }

    /** Something to do with one prepared statement. */
    @FunctionalInterface
    interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T sql(String text, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ImportView> select(String where, Object parameter) {
        List<ObjectNode> found = sql("select to_jsonb(i) from import i " + where, s -> {
            s.setObject(1, parameter);
            List<ObjectNode> rows = new ArrayList<>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    rows.add((ObjectNode) HsdsJson.tree(row.getString(1).getBytes(StandardCharsets.UTF_8)));
                }
            }
            return rows;
        });
        Map<UUID, Map<String, RowCounts>> counts = counts(
                found.stream().map(f -> UUID.fromString(f.path("id").asText())).toList());
        return found.stream()
                .map(f ->
                        view(f, counts.getOrDefault(UUID.fromString(f.path("id").asText()), Map.of())))
                .toList();
    }

    private Map<UUID, Map<String, RowCounts>> counts(List<UUID> ids) {
        return sql(COUNTS, s -> {
            s.setArray(1, s.getConnection().createArrayOf("uuid", ids.toArray()));
            Map<UUID, Map<String, RowCounts>> all = new TreeMap<>();
            try (ResultSet row = s.executeQuery()) {
                while (row.next()) {
                    all.computeIfAbsent(row.getObject(1, UUID.class), i -> new TreeMap<>())
                            .put(
                                    row.getString(2),
                                    new RowCounts(
                                            row.getLong(3),
                                            row.getLong(4),
                                            row.getLong(5),
                                            row.getLong(6),
                                            row.getLong(7)));
                }
            }
            return all;
        });
    }

    private static ImportView view(ObjectNode row, Map<String, RowCounts> byEntity) {
        String state = row.path("state").asText();
        int trees = row.path("trees").asInt(0);
        double progress = state.equals("done") || state.equals("undone")
                ? 1
                : trees == 0 ? 0 : Math.floor(100.0 * row.path("trees_done").asInt() / trees) / 100;
        return new ImportView(
                UUID.fromString(row.path("id").asText()),
                row.path("source").asText(),
                row.path("format").asText(),
                state,
                row.path("dry_run").asBoolean(),
                row.path("withdraw_missing").asBoolean(),
                row.path("file_name").asText(),
                byEntity.values().stream().reduce(RowCounts.NONE, RowCounts::plus),
                byEntity,
                progress,
                OffsetDateTime.parse(row.path("requested_at").asText()).toInstant(),
                moment(row, "started_at"),
                moment(row, "finished_at"),
                row.hasNonNull("problem_code")
                        ? new ImportView.Trouble(
                                row.path("problem_code").asText(),
                                row.path("problem_message").asText())
                        : null);
    }

    private static @Nullable Instant moment(ObjectNode row, String field) {
        return row.hasNonNull(field)
                ? OffsetDateTime.parse(row.path(field).asText()).toInstant()
                : null;
    }
}
