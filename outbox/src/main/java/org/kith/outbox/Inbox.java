package org.kith.outbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * What a service has taken in already. Both questions are asked inside the transaction that does the consumer's work, so
 * that the answer is remembered if and only if the work is done.
 */
@ApplicationScoped
public class Inbox {
    private static final int CLEANED_AT_ONCE = 10_000;

    private final DataSource dataSource;
    private final OutboxConfig config;

    Inbox(DataSource dataSource, OutboxConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    /**
     * Whether this consumer meets the event for the first time; a second delivery, even one at the same moment, gets
     * false.
     *
     * @param consumer a name of its own for each thing that a service does with an event
     * @param eventId the {@code ce_id}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean firstTime(String consumer, String eventId) {
        return changed(
                "INSERT INTO inbox (consumer, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING", consumer, eventId);
    }

    /**
     * Whether the sequence is newer than every one that this consumer has seen of the key. For consumers that keep the
     * newest state; one that counts each event asks only {@link #firstTime}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean newerThan(String consumer, String key, long sequence) {
        return changed("""
                INSERT INTO inbox_position AS known (consumer, key, sequence) VALUES (?, ?, ?)
                ON CONFLICT (consumer, key) DO UPDATE SET sequence = excluded.sequence
                WHERE known.sequence < excluded.sequence""", consumer, key, sequence);
    }

    @Scheduled(
            identity = "inbox-cleanup",
            every = "1h",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clean() {
        cleanBefore(Instant.now().minus(config.inboxKeptFor()));
    }

    /** Forgets in small steps, so that no consumer waits for a long transaction. */
    void cleanBefore(Instant limit) {
        boolean more = true;
        while (more) {
            more = changed("""
                    DELETE FROM inbox WHERE (consumer, event_id) IN
                        (SELECT consumer, event_id FROM inbox WHERE received_at < ? LIMIT ?)""", OffsetDateTime.ofInstant(limit, ZoneOffset.UTC), CLEANED_AT_ONCE);
        }
    }

    private boolean changed(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("Could not ask the inbox", e);
        }
    }
}
