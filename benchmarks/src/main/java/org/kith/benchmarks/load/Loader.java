package org.kith.benchmarks.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.kith.benchmarks.directory.GeneratedDirectory;
import org.kith.directory.listing.OrganizationTree;
import org.kith.directory.listing.TreeRows;

/** Fills the database of a directory that nobody has written to yet. */
public final class Loader {
    /** Listings that go in together. */
    private static final int BATCH = 5_000;

    private final String jdbcUrl;

    /** @param jdbcUrl of a superuser, since the tables' references are put back afterwards */
    public Loader(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** @param rows of all tables */
    public record Loaded(long listings, long rows, Duration took) {}

    /** Makes the tables as the service does at its start. */
    public void migrate() {
        Flyway.configure()
                .dataSource(jdbcUrl, "postgres", "")
                .locations("classpath:db/outbox", "classpath:db/migration")
                .load()
                .migrate();
    }

    public Loaded load(GeneratedDirectory directory) {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "")) {
            Indexes indexes = Indexes.drop(connection);
            Loaded filled = fill(connection, directory, start);
            indexes.restore(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
            return new Loaded(filled.listings(), filled.rows(), Duration.ofNanos(System.nanoTime() - start));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the directory cannot be filled", e);
        }
    }

    private static Loaded fill(Connection connection, GeneratedDirectory directory, long start)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off; " + Batch.STAGING);
        }
        Instant modified = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long change = nextChange(connection);
        long listings = 0;
        long rows = 0;
        try (Batches batches = new Batches(directory, modified)) {
            for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
                batch.store(connection, change);
                change += batch.listings();
                listings += batch.listings();
                rows += batch.rows();
            }
        }
        try (PreparedStatement reached = connection.prepareStatement("select setval('listing_change', ?)")) {
            reached.setLong(1, change);
            reached.executeQuery().close();
        }
        return new Loaded(listings, rows, Duration.ofNanos(System.nanoTime() - start));
    }

    private static long nextChange(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select nextval('listing_change')")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Makes the next batch while PostgreSQL takes in the last. */
    private static final class Batches implements AutoCloseable {
        private final ExecutorService maker = Executors.newSingleThreadExecutor();
        private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(2);
        private final Batch end;
        private final Future<?> making;

        Batches(GeneratedDirectory directory, Instant modified) {
            end = new Batch(modified);
            making = maker.submit(() -> {
                make(directory.organizations().iterator(), modified);
                return null;
            });
        }

        private void make(Iterator<OrganizationTree> trees, Instant modified) throws InterruptedException {
            try {
                while (trees.hasNext()) {
                    Batch batch = new Batch(modified);
                    while (trees.hasNext() && batch.listings() < BATCH) {
                        batch.add(TreeRows.of(trees.next(), modified));
                    }
                    ready.put(batch);
                }
            } finally {
                ready.put(end);
            }
        }

        @org.jspecify.annotations.Nullable
        Batch next() {
            try {
                Batch batch = ready.take();
                if (batch == end) {
                    making.get();
                    return null;
                }
                return batch;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while filling", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a directory cannot be made up", e.getCause());
            }
        }

        @Override
        public void close() {
            maker.shutdownNow();
        }
    }
}
