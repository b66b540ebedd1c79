package org.kith.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * The relay's own connection. The lead, the notices, the reading and the deleting all live in this one session: a relay
 * that lost it can neither read another row nor delete one.
 */
final class Lease implements AutoCloseable {
    /** "kith" in ASCII: keeps our lock apart from other users of advisory locks. */
    private static final int LOCK_SPACE = 0x6b697468;

    private final Connection connection;

    private Lease(Connection connection) {
        this.connection = connection;
    }

    static Lease over(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // The server lets go of the lock of a host that vanished within half a minute, not after two hours.
            statement.execute("SET tcp_keepalives_idle = 10");
            statement.execute("SET tcp_keepalives_interval = 5");
            statement.execute("SET tcp_keepalives_count = 3");
            // A statement of a process that was killed ends, instead of going on without it.
            statement.execute("SET client_connection_check_interval = '2s'");
            // A deletion that a crash undoes only means that an event is sent twice.
            statement.execute("SET synchronous_commit = off");
        }
        return new Lease(connection);
    }

    /** Becomes the one relay of this table, where nobody else is. */
    boolean tryLead() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery(
                    "SELECT pg_try_advisory_lock(" + LOCK_SPACE + ", 'outbox'::regclass::oid::integer)")) {
                result.next();
                if (!result.getBoolean(1)) {
                    return false;
                }
            }
            statement.execute("LISTEN outbox");
            return true;
        }
    }

    List<OutboxRow> oldest(int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, event_id, topic, key, type, subject, sequence, occurred_at, data
                FROM outbox ORDER BY id LIMIT ?""")) {
            select.setInt(1, limit);
            try (ResultSet result = select.executeQuery()) {
                List<OutboxRow> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        }
    }

    private static OutboxRow row(ResultSet result) throws SQLException {
        return new OutboxRow(
                result.getLong("id"),
                result.getObject("event_id", UUID.class),
                result.getString("topic"),
                result.getString("key"),
                result.getString("type"),
                result.getString("subject"),
                result.getLong("sequence"),
                result.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                result.getBytes("data"));
    }

    /** Deletes exactly these: a lower id than the highest may belong to a transaction that has not committed yet. */
    void delete(List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
        }
    }

    /** Waits for a commit that wrote events, at most so long. */
    void awaitNotice(Duration limit) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications((int) limit.toMillis());
    }

    /** Ends the session, and the lead with it. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
