package org.kith.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Carries events from the table to Kafka, on a thread of its own; of all replicas of a service only one does.
 *
 * <p><b>Order per key.</b> Ids are given out before the commit, so ids become visible out of order; but not those of one
 * key: who appends holds the key until the commit (see {@link Outbox#append}), so the second event of a key gets its id
 * when the first is already visible. Reading in id order is therefore in commit order for each key. (Waiting for
 * everything below {@code pg_snapshot_xmin} would break this: of two transactions the one with the lower number may take
 * the key second, and its event would be let through first. It would also stop all events during any long transaction.)
 *
 * <p><b>Never lost.</b> A row is deleted after Kafka acknowledged it. A crash in between sends it twice, with the same
 * {@code ce_id}.
 */
final class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final Callable<Connection> database;
    private final Map<String, Object> kafka;
    private final OutboxConfig config;
    private final MeterRegistry meters;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean leading;

    /** Since something last succeeded; used by the relay's thread alone. */
    private int failures;

    /**
     * Makes a relay that has not started.
     *
     * @param database opens a connection that nobody else uses
     * @param kafka how to reach Kafka
     */
    Relay(Callable<Connection> database, Map<String, Object> kafka, OutboxConfig config, MeterRegistry meters) {
        this.database = database;
        this.kafka = kafka;
        this.config = config;
        this.meters = meters;
        meters.gauge("kith.outbox.leading", this, relay -> relay.leading ? 1 : 0);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    boolean isLeading() {
        return leading;
    }

    /** Finishes the round under way, gives the lead away and returns. */
    void stop() throws InterruptedException {
        stopping.countDown();
        if (!thread.join(config.stopWithin())) {
            thread.interrupt();
            thread.join();
        }
    }

    private void run() {
        while (isRunning()) {
            try {
                lead();
            } catch (Exception | LinkageError | OutOfMemoryError e) {
                // Whatever it was: a relay that is gone for good would lose nothing, and deliver nothing.
                if (isRunning()) {
                    meters.counter("kith.outbox.failures").increment();
                    Duration pause = backoff(failures);
                    failures++;
                    LOG.warnf("Events wait in the outbox; next try in %d ms: %s", pause.toMillis(), causeOf(e));
                    pause(pause);
                }
            }
        }
    }

    /** One term as the leader. Any failure ends it, so that a replica that can reach Kafka may take over. */
    private void lead() throws Exception {
        try (Lease lease = Lease.over(database.call())) {
            while (!lease.tryLead()) {
                pause(config.leadRetryEvery());
                if (!isRunning()) {
                    return;
                }
            }
            try (Delivery delivery = new Delivery(kafka, config.source(), config.deliveryTimeout())) {
                leading = true;
                while (isRunning()) {
                    List<OutboxRow> rows = lease.oldest(config.batchSize());
                    if (rows.isEmpty()) {
                        lease.awaitNotice(config.pollEvery());
                    } else {
                        relay(rows, lease, delivery);
                    }
                }
            } finally {
                leading = false;
            }
        }
    }

    private void relay(List<OutboxRow> rows, Lease lease, Delivery delivery) throws Exception {
        List<OutboxRow> left = new ArrayList<>(rows);
        while (!left.isEmpty() && isRunning()) {
            List<OutboxRow> round = Delivery.round(left);
            Delivery.Outcome outcome = delivery.send(round);
            lease.delete(outcome.acknowledged());
            meters.counter("kith.outbox.sent").increment(outcome.acknowledged().size());
            if (outcome.failure() != null) {
                throw outcome.failure();
            }
            failures = 0;
            Set<Long> done = new HashSet<>(outcome.acknowledged());
            left.removeIf(row -> done.contains(row.id()));
        }
    }

    private Duration backoff(int failed) {
        long longest = config.longestBackoff().toMillis();
        long pause = Math.min(longest, (longest / 20) << Math.min(failed, 5));
        return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
    }

    private boolean isRunning() {
        return stopping.getCount() > 0 && !Thread.currentThread().isInterrupted();
    }

    private void pause(Duration limit) {
        try {
            stopping.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Names of classes and topics, never of people: an exception of Kafka or JDBC does not hold the data. */
    private static String causeOf(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause instanceof SQLException sql
                ? "PostgreSQL, SQL state " + sql.getSQLState()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
