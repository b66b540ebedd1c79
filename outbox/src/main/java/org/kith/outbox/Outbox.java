package org.kith.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Where a service writes the events of a transaction; they reach Kafka if and only if it commits. */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            INSERT INTO outbox (event_id, topic, key, type, subject, sequence, occurred_at, data)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource dataSource;
    private final OutboxConfig config;

    Outbox(DataSource dataSource, OutboxConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    /**
     * Appends an event to the caller's transaction.
     *
     * <p>The caller holds the key: it has locked the row that the key names, or read it with the version that its own
     * update will check. That is what makes the order of the rows the order of the commits, for each key.
     *
     * @throws jakarta.transaction.TransactionalException where there is no transaction
     * @throws IllegalArgumentException where the data is larger than Kafka would take: it would stop its key for ever
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(OutboxEvent event) {
        append(List.of(event));
    }

    /** Appends events in this order; one round trip for many. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<OutboxEvent> events) {
        events.forEach(this::check);
        try (Connection connection = dataSource.getConnection()) {
            insert(connection, events);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not append to the outbox", e);
        }
    }

    private void check(OutboxEvent event) {
        byte[] data = event.data();
        if (data != null && data.length > config.maxEventBytes()) {
            throw new IllegalArgumentException("An event of %s has %d bytes, more than the %d allowed"
                    .formatted(event.type(), data.length, config.maxEventBytes()));
        }
    }

    static void insert(Connection connection, List<OutboxEvent> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (OutboxEvent event : events) {
                bind(insert, event);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, OutboxEvent event) throws SQLException {
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, event.topic());
        insert.setString(3, event.key());
        insert.setString(4, event.type());
        insert.setString(5, event.subject());
        insert.setLong(6, event.sequence());
        insert.setObject(7, OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS));
        insert.setBytes(8, event.data());
    }
}
