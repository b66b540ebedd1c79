package org.kith.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Remembers in a file which process works in a folder, so that a later command can end it if we were killed. */
final class ProcessFile {
    private static final int SECONDS_TO_END = 20;

    private final Path file;

    private ProcessFile(Path file) {
        this.file = file;
    }

    static ProcessFile in(Path folder) {
        return new ProcessFile(folder.resolve("process"));
    }

    void write(ProcessHandle process) throws IOException {
        Files.write(file, List.of(String.valueOf(process.pid()), String.valueOf(startedAt(process))));
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of the file if it still runs. */
    Optional<ProcessHandle> running() {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() != 2) {
                return Optional.empty();
            }
            long startedAt = Long.parseLong(lines.get(1));
            // The start time tells our process from a later one with the same number.
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(process -> process.isAlive() && startedAt(process) == startedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there was one to end. */
    boolean end() {
        Optional<ProcessHandle> running = running();
        running.ifPresent(ProcessFile::end);
        delete();
        return running.isPresent();
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
