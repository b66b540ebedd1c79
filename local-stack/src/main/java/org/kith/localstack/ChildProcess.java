package org.kith.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A long-running program that we started, with its output in a file. Whoever fails to wait for it ends it. */
final class ChildProcess implements AutoCloseable {
    private static final Duration TIME_TO_END = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final Process process;
    private final Path log;
    private final ProcessFile file;

    private ChildProcess(String name, Process process, Path log, ProcessFile file) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.file = file;
    }

    static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path folder, Path log) {
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            // Options meant for the program that started us are not meant for the parts.
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "MAVEN_OPTS"));
            ProcessFile file = ProcessFile.in(folder);
            Process process = builder.start();
            file.write(process.toHandle());
            return new ChildProcess(name, process, log, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The {@code java} that runs us. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the address answers 200. */
    void awaitOk(URI address, Duration limit) {
        await(() -> answersOk(address), limit);
    }

    void awaitOpen(int port, Duration limit) {
        await(() -> Ports.isOpen(port), limit);
    }

    static boolean answersOk(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for a program that ends by itself. */
    void awaitEnd(Duration limit) {
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw new StartFailed(name + " took longer than " + limit.toSeconds() + " s; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while waiting for " + name);
        }
        if (process.exitValue() != 0) {
            throw new StartFailed("%s failed with exit code %d; see %s".formatted(name, process.exitValue(), log));
        }
    }

    private void await(BooleanSupplier ready, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!ready.getAsBoolean()) {
                if (!process.isAlive()) {
                    throw new StartFailed("%s ended with exit code %d while starting; see %s%s"
                            .formatted(name, process.exitValue(), log, lastError()));
                }
                if (System.nanoTime() > end) {
                    throw new StartFailed("%s was not ready after %d s; see %s%s"
                            .formatted(name, limit.toSeconds(), log, lastError()));
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while waiting for " + name);
        } catch (StartFailed e) {
            close();
            throw e;
        }
    }

    private String lastError() {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("ERROR") || line.contains("Caused by"))
                    .reduce((first, second) -> second)
                    .map(line -> ": " + line.strip())
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    /** Ends the program as a crash would. */
    void kill() {
        process.destroyForcibly();
        ended(TIME_TO_END);
    }

    @Override
    public void close() {
        process.destroy();
        if (!ended(TIME_TO_END)) {
            kill();
        }
        file.delete();
    }

    private boolean ended(Duration limit) {
        boolean interrupted = Thread.interrupted();
        try {
            return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
