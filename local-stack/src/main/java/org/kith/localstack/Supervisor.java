package org.kith.localstack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The one process of a checkout that may run the suite, known by a lock that dies with it. */
final class Supervisor implements AutoCloseable {
    private static final int SECONDS_TO_STOP = 90;

    private final Path ready;
    private final FileChannel lockFile;

    private Supervisor(Path local, FileChannel lockFile) {
        this.ready = local.resolve("stack.ready");
        this.lockFile = lockFile;
    }

    /** Makes this process the one, or fails with a line that names the other. */
    static Supervisor claim(Path local) throws IOException {
        Files.createDirectories(local);
        FileChannel lockFile = lock(local);
        if (lockFile == null) {
            throw new StartFailed("Kith already runs from this checkout%s; dev/run stop ends it."
                    .formatted(
                            running(local).map(pid -> " (process " + pid + ")").orElse("")));
        }
        Supervisor supervisor = new Supervisor(local, lockFile);
        Files.deleteIfExists(supervisor.ready);
        Files.writeString(
                local.resolve("stack.pid"),
                String.valueOf(ProcessHandle.current().pid()));
        return supervisor;
    }

    /** Tells {@code dev/run --detach} that it may return. */
    void ready() throws IOException {
        Files.writeString(ready, "ready\n");
    }

    /** The process that runs the suite of this checkout; a stale pid file has no lock and counts for nothing. */
    static Optional<Long> running(Path local) {
        try {
            FileChannel lockFile = Files.isDirectory(local) ? lock(local) : null;
            if (lockFile != null) {
                lockFile.close();
                return Optional.empty();
            }
            Path pid = local.resolve("stack.pid");
            return Files.exists(pid)
                    ? Optional.of(Long.parseLong(Files.readString(pid).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the running one to stop and waits for it; whether there was one. */
    static boolean stopRunning(Path local, PrintStream out) {
        Optional<ProcessHandle> process = running(local).flatMap(ProcessHandle::of);
        process.ifPresent(handle -> {
            out.println("Stopping Kith (process " + handle.pid() + ") ...");
            handle.destroy();
            try {
                handle.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                handle.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return process.isPresent();
    }

    /** Null where another process holds it. */
    private static @Nullable FileChannel lock(Path local) throws IOException {
        FileChannel channel =
                FileChannel.open(local.resolve("stack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return null;
        }
        return channel;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
