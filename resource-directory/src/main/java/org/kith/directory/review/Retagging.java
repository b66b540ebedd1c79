package org.kith.directory.review;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kith.directory.listing.Directory;
import org.kith.directory.listing.PublishedListings;
import org.kith.directory.platform.Rows;
import org.kith.directory.tagging.RuleBook;

/**
 * Reads all listings again when the rules have changed, and publishes those of which the codes became others.
 *
 * <p>A piece is one transaction and remembers how far it came: a crash, or another replica, goes on from there.
 */
@ApplicationScoped
class Retagging {
    private static final Logger LOG = Logger.getLogger(Retagging.class);
    private static final int PIECE = 100;
    private static final int LOGGED = 10_000;

    private final DataSource database;
    private final Pieces pieces;
    private final String rules;

    Retagging(DataSource database, Pieces pieces) {
        this.database = database;
        this.pieces = pieces;
        this.rules = RuleBook.standard().hash();
    }

    /** @param finished whether every listing has been read by these rules */
    record State(String rules, @Nullable UUID last, long done, long changed, boolean finished) {}

    // The first look comes soon after the start; a new version of the rules comes only with a new start.
    @Scheduled(
            identity = "retagging",
            every = "60s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        run(rules);
    }

    /** Until nothing is left, or somebody else is at it. */
    void run(String wanted) {
        long logged = 0;
        while (true) {
            State state = state();
            if (state.finished() && state.rules().equals(wanted)) {
                return;
            }
            State now = pieces.next(wanted, PIECE);
            if (now == null) {
                return;
            }
            if (now.finished() && now.done() > 0) {
                LOG.infof("All %d listings were read by the new rules; %d changed", now.done(), now.changed());
            } else if (now.done() - logged >= LOGGED) {
                logged = now.done();
                LOG.infof("%d listings were read by the new rules; %d changed", now.done(), now.changed());
            }
        }
    }

    State state() {
        return read(database, "");
    }

    private static State read(DataSource database, String lock) {
        List<State> found = Rows.read(
                database,
                "select rules, last, done, changed, finished_at is not null from tagging_run" + lock,
                s -> {},
                row -> new State(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getLong(4),
                        row.getBoolean(5)));
        return found.isEmpty() ? new State("", null, 0, 0, false) : found.getFirst();
    }

    /** The transaction of one piece. */
    @ApplicationScoped
    static class Pieces {
        private final DataSource database;
        private final Directory directory;
        private final PublishedListings published;

        Pieces(DataSource database, Directory directory, PublishedListings published) {
            this.database = database;
            this.directory = directory;
            this.published = published;
        }

        /** @return null where another replica holds the run */
        @Transactional
        @Nullable
        State next(String rules, int size) {
            boolean free = !Rows.read(
                            database, "select 1 from tagging_run for update skip locked", s -> {}, row -> row.getInt(1))
                    .isEmpty();
            if (!free) {
                return null;
            }
            State state = read(database, "");
            if (!state.rules().equals(rules)) {
                state = new State(rules, null, 0, 0, false);
            }
            List<UUID> services = services(state.last(), size);
            long before = published.last();
            if (!services.isEmpty()) {
                directory.recompose(services);
            }
            State now = new State(
                    rules,
                    services.isEmpty() ? state.last() : services.getLast(),
                    state.done() + services.size(),
                    state.changed() + changed(services, before),
                    services.size() < size);
            write(now);
            return now;
        }

        private List<UUID> services(@Nullable UUID last, int size) {
            return Rows.read(
                    database,
                    "select id from service where id > ? order by id limit ?",
                    s -> {
                        s.setObject(1, last == null ? new UUID(0, 0) : last);
                        s.setInt(2, size);
                    },
                    row -> row.getObject(1, UUID.class));
        }

        private long changed(List<UUID> services, long before) {
            return Rows.number(database, "select count(*) from listing where service_id = any(?) and change > ?", s -> {
                s.setArray(1, s.getConnection().createArrayOf("uuid", services.toArray()));
                s.setLong(2, before);
            });
        }

        private void write(State state) {
            try (Connection connection = database.getConnection();
                    PreparedStatement update = connection.prepareStatement(
                            "update tagging_run set rules = ?, last = ?, done = ?, changed = ?,"
                                    + " started_at = case when rules = ? then started_at else now() end,"
                                    + " finished_at = case when ? then now() end")) {
                update.setString(1, state.rules());
                update.setObject(2, state.last());
                update.setLong(3, state.done());
                update.setLong(4, state.changed());
                update.setString(5, state.rules());
                update.setBoolean(6, state.finished());
                update.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("The progress of reading listings again could not be written", e);
            }
        }
    }
}
