package org.kith.directory.history;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kith.directory.platform.Rows;

/** The book of changes: appended in the transaction that changes something, in one statement however many they are. */
@ApplicationScoped
public class History {
    private static final String APPEND = """
            insert into history (resource_type, resource_id, organization_id, at, action, field, previous, replacement,
                                 updated_by)
            select type, id, organization, now(), action, field, previous, replacement, ?
            from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                as row (type, id, organization, action, field, previous, replacement)
            """;

    /** Whatever these say, it does not tell where a place is. */
    static final Set<String> HARMLESS = Set.of("assured_date", "kith:capacity", "status", "minimum_age", "maximum_age");

    private final DataSource database;

    History(DataSource database) {
        this.database = database;
    }

    private record Line(Change change, String action, String field, String previous, String replacement) {}

    public void append(Collection<Change> changes, Author author) {
        List<Line> lines = new ArrayList<>();
        Set<UUID> discreet = author.isPerson() ? discreet(changes) : Set.of();
        changes.forEach(change -> lines(change, author, change.secret() || discreet.contains(owner(change)), lines));
        if (lines.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, author.name());
            insert.setArray(
                    2, texts(connection, lines.stream().map(l -> l.change().type())));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", lines.stream().map(l -> l.change().id()).toArray()));
            insert.setArray(
                    4,
                    connection.createArrayOf(
                            "uuid",
                            lines.stream().map(l -> l.change().organization()).toArray()));
            insert.setArray(5, texts(connection, lines.stream().map(Line::action)));
            insert.setArray(6, texts(connection, lines.stream().map(Line::field)));
            insert.setArray(7, texts(connection, lines.stream().map(Line::previous)));
            insert.setArray(8, texts(connection, lines.stream().map(Line::replacement)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The history could not be written", e);
        }
    }

    /** Organizations with a confidential place: any text of theirs may tell where it is. */
    private Set<UUID> discreet(Collection<Change> changes) {
        return Set.copyOf(Rows.read(
                database,
                "select distinct organization_id from location where confidential and organization_id = any(?)",
                s -> s.setArray(
                        1,
                        s.getConnection()
                                .createArrayOf(
                                        "uuid",
                                        changes.stream()
                                                .map(History::owner)
                                                .distinct()
                                                .toArray())),
                row -> row.getObject(1, UUID.class)));
    }

    private static UUID owner(Change change) {
        return change.organization() == null ? change.id() : change.organization();
    }

    private static void lines(Change change, Author author, boolean secret, List<Line> lines) {
        if (change.isNothing()) {
            return;
        }
        if (change.before() == null || change.after() == null) {
            lines.add(new Line(change, change.before() == null ? "create" : "delete", "id", "", ""));
            return;
        }
        List<Differences.Difference> differences =
                Differences.between(Objects.requireNonNull(change.before()), Objects.requireNonNull(change.after()));
        if (differences.isEmpty()) {
            return;
        }
        if (author.isPerson()) {
            differences.forEach(d -> lines.add(
                    secret && !HARMLESS.contains(d.field())
                            ? new Line(change, "update", d.field(), "", "")
                            : new Line(change, "update", d.field(), d.previous(), d.replacement())));
        } else {
            String fields =
                    differences.stream().map(Differences.Difference::field).collect(Collectors.joining(","));
            lines.add(new Line(change, "update", fields, "", ""));
        }
    }

    private static java.sql.Array texts(Connection connection, java.util.stream.Stream<String> texts)
            throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
