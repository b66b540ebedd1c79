package org.kith.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What waits in the outbox, measured every few seconds; a service's health and its metrics say it. */
@ApplicationScoped
public class Backlog {
    /** Counting further tells nobody more. */
    private static final int COUNTED_TO = 100_000;

    private final DataSource dataSource;
    private volatile long size;
    private volatile @Nullable Instant oldest;

    Backlog(DataSource dataSource, MeterRegistry meters) {
        this.dataSource = dataSource;
        meters.gauge("kith.outbox.backlog", this, Backlog::size);
        meters.gauge(
                "kith.outbox.oldest.age.seconds",
                this,
                backlog -> backlog.oldestAge().toSeconds());
    }

    /** Events that wait; 100,000 stands for that many or more. */
    public long size() {
        return size;
    }

    /** How long the oldest event has waited; zero where none waits. */
    public Duration oldestAge() {
        Instant since = oldest;
        return since == null ? Duration.ZERO : Duration.between(since, Instant.now());
    }

    @Scheduled(identity = "outbox-backlog", every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT (SELECT count(*) FROM (SELECT 1 FROM outbox LIMIT %d) AS counted) AS waiting,
                               (SELECT occurred_at FROM outbox ORDER BY id LIMIT 1) AS oldest""".formatted(COUNTED_TO));
                ResultSet result = select.executeQuery()) {
            result.next();
            OffsetDateTime since = result.getObject("oldest", OffsetDateTime.class);
            size = result.getLong("waiting");
            oldest = since == null ? null : since.toInstant();
        }
    }
}
