package org.kith.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to measure, and how long.
 *
 * @param sizes numbers of listings, one directory after the other
 * @param warmUp before each measure, not counted
 * @param only empty for all
 * @param results where a report is written to, besides the screen
 * @param folder where PostgreSQL, Kafka and the index keep their data meanwhile
 * @param keep the data, for another run over the same directory
 */
record Options(
        List<Integer> sizes,
        List<Integer> clients,
        Duration warmUp,
        Duration measured,
        int queries,
        long seed,
        int imported,
        Set<String> only,
        @Nullable Path results,
        Path folder,
        boolean keep) {
    static final String USAGE = """
            dev/bench directory [options]
              --listings N,M     sizes of the made-up directories                   100000
              --clients N,M      closed loops of so many clients each               1,8,32
              --seconds N        of each measure                                    10
              --warm-up N        seconds before each, not counted                   5
              --queries N        different ones of each kind                        300
              --seed N           of the directory and the queries                   42
              --imported N       listings handed in for the import's speed          5000
              --only a,b         of search, postgres, read, export, write, import   all
                                 (load: fill the tables and stop there)
              --results FILE     write the report there too
              --folder DIR       for the data meanwhile                             .local/bench/data
              --keep             leave the data, and use what is there
            """;

    static final Set<String> PARTS = Set.of("load", "search", "postgres", "read", "export", "write", "import");

    /** @throws IllegalArgumentException with a line for people */
    static Options of(List<String> arguments, Path root) {
        Options options = new Options(
                List.of(100_000),
                List.of(1, 8, 32),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                300,
                42,
                5_000,
                Set.of(),
                null,
                root.resolve(".local/bench/data"),
                false);
        List<String> left = new ArrayList<>(arguments);
        while (!left.isEmpty()) {
            String name = left.removeFirst();
            if (name.equals("--keep")) {
                options = options.kept();
            } else if (left.isEmpty()) {
                throw new IllegalArgumentException("Nothing follows " + name);
            } else {
                options = options.with(name, left.removeFirst());
            }
        }
        return options;
    }

    private Options kept() {
        return new Options(sizes, clients, warmUp, measured, queries, seed, imported, only, results, folder, true);
    }

    private Options with(String name, String value) {
        return new Options(
                name.equals("--listings") ? numbers(value) : sizes,
                name.equals("--clients") ? numbers(value) : clients,
                name.equals("--warm-up") ? Duration.ofSeconds(number(value)) : warmUp,
                name.equals("--seconds") ? Duration.ofSeconds(number(value)) : measured,
                name.equals("--queries") ? number(value) : queries,
                name.equals("--seed") ? number(value) : seed,
                name.equals("--imported") ? number(value) : imported,
                name.equals("--only") ? parts(value) : only,
                name.equals("--results") ? Path.of(value) : results,
                name.equals("--folder") ? Path.of(value) : folder,
                known(name) && keep);
    }

    boolean wants(String part) {
        return only.isEmpty() || only.contains(part);
    }

    private static boolean known(String name) {
        if (!USAGE.contains(name + " ")) {
            throw new IllegalArgumentException("There is no option " + name);
        }
        return true;
    }

    private static List<Integer> numbers(String value) {
        return Arrays.stream(value.split(",", -1)).map(Options::number).toList();
    }

    private static Set<String> parts(String value) {
        Set<String> parts = new LinkedHashSet<>(List.of(value.split(",", -1)));
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("Parts are " + PARTS);
        }
        return parts;
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(value + " is no number", e);
        }
    }
}
