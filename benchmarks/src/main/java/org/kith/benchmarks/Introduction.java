package org.kith.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a reader has to know before the numbers. Says what kind of machine it was, never which. */
final class Introduction {
    private Introduction() {}

    static String of(Options options, List<String> arguments) {
        return """
                # Results: directory

                Written by `dev/bench directory %s`. Data: made-up directories (`GeneratedDirectory`, seed %d), %d different
                queries of each kind.

                Machine: %d processors, %d GB of memory, Java %s. The service is the packaged one, in a process of its
                own, over a real PostgreSQL and Kafka; these, the clients and what it is compared with share the
                processors. Clients are a closed loop: each asks as soon as it was answered; connections are kept. %d s of
                warming up, %d s measured. CPU is of the serving process (of all sessions for PostgreSQL), for each answer.
                """.formatted(
                        String.join(" ", arguments),
                        options.seed(),
                        options.queries(),
                        Runtime.getRuntime().availableProcessors(),
                        gigabytes(),
                        System.getProperty("java.version"),
                        options.warmUp().toSeconds(),
                        options.measured().toSeconds());
    }

    private static long gigabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .map(kilobytes -> Math.round(kilobytes / 1024.0 / 1024.0))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
