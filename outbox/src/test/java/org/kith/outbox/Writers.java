package org.kith.outbox;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several transactions at a time, each changing one or two aggregates, taking its time before the commit and sometimes
 * rolling back: ids are given out in one order and committed in another.
 */
final class Writers {
    private static final int WRITERS = 8;
    private static final int KEYS = 20;

    private final Database database;
    private final String topic;
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final List<Future<?>> writers = new ArrayList<>();

    private Writers(Database database, String topic) {
        this.database = database;
        this.topic = topic;
    }

    static Writers start(Database database, String topic, int transactionsEach) {
        Writers all = new Writers(database, topic);
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(writer);
            all.writers.add(all.threads.submit(() -> {
                all.write(random, transactionsEach);
                return null;
            }));
        }
        return all;
    }

    private void write(Random random, int transactions) throws Exception {
        try (Connection connection = database.open()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < transactions; i++) {
                // In one order, or two transactions wait for each other.
                var keys = new TreeSet<>(List.of(key(random), key(random)));
                for (String key : keys) {
                    Database.change(connection, topic, key);
                }
                Thread.sleep(random.nextInt(8));
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
    }

    private static String key(Random random) {
        return "key-" + random.nextInt(KEYS);
    }

    void await() throws Exception {
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
    }

    /** What was committed: the last sequence of each key. */
    Map<String, Long> written() throws Exception {
        Map<String, Long> last = new TreeMap<>();
        try (Connection connection = database.open();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT key, sequence FROM aggregate")) {
            while (result.next()) {
                last.put(result.getString(1), result.getLong(2));
            }
        }
        return last;
    }
}
