package org.kith.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs short commands to their end. */
final class Commands {
    private Commands() {}

    /**
     * Runs a command with its output in a file.
     *
     * @throws IllegalStateException with the end of the output where it fails or takes too long
     */
    static void run(List<String> command, Path output, Duration limit) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (!endsWithin(process, limit)) {
                process.destroyForcibly();
                throw new IllegalStateException(command.get(0) + " took longer than " + limit);
            }
            if (process.exitValue() != 0) {
                List<String> lines = Files.readAllLines(output);
                throw new IllegalStateException("%s failed with exit code %d: %s"
                        .formatted(
                                String.join(" ", command),
                                process.exitValue(),
                                String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An interrupt waits for the command: half of a {@code pg_ctl start} would leave a server that nobody knows. */
    private static boolean endsWithin(Process process, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether a command exists and exits with 0. */
    static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
