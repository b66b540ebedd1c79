package org.kith.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The whole suite on this machine: PostgreSQL, Kafka, Keycloak and the three services, each a process of its own.
 *
 * <p>Either all of it starts or nothing stays behind. It also stops when the JVM does.
 */
public final class Stack implements AutoCloseable {
    private static final List<Part> SERVICES =
            List.of(Part.values()).stream().filter(Part::isOurs).toList();
    /** Services before the broker, or the next start waits half a minute for consumers that are gone. */
    private static final List<List<Part>> STOP_ORDER =
            List.of(SERVICES, List.of(Part.KAFKA), List.of(Part.POSTGRESQL, Part.KEYCLOAK));

    private final Path folder;
    private final Addresses addresses;
    private final Progress progress;
    private final ExecutorService starters = Executors.newCachedThreadPool();
    private final Map<Part, AutoCloseable> running = new EnumMap<>(Part.class);
    private final Object closing = new Object();
    private boolean closed;

    private Stack(Path folder, Addresses addresses, Progress progress) {
        this.folder = folder;
        this.addresses = addresses;
        this.progress = progress;
    }

    /**
     * Starts everything and waits until it is ready.
     *
     * @param folder holds all state; made where it is absent
     * @throws StartFailed with a line for people
     */
    public static Stack start(Path folder, Addresses addresses, Progress progress) {
        Stack stack = new Stack(folder, addresses, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-stack"));
        try {
            Files.createDirectories(folder);
            endLeftovers(folder).forEach(name -> progress.say(name + ": ended, left behind by an earlier run"));
            addresses.requireAllFree();
            stack.startAll();
            return stack;
        } catch (IOException e) {
            stack.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Ends what may still run over that folder, and deletes it. */
    public static void forget(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            endLeftovers(folder);
            Folders.delete(folder);
        }
    }

    /** Ends what a killed supervisor left running over that folder; returns the names. */
    static List<String> endLeftovers(Path folder) throws IOException {
        List<String> ended = new ArrayList<>();
        for (Part part : STOP_ORDER.stream().flatMap(List::stream).toList()) {
            Path home = home(folder, part);
            if (part == Part.POSTGRESQL
                    ? PostgresProcess.stopLeftover(home)
                    : ProcessFile.in(home).end()) {
                ended.add(part.title());
            }
        }
        return ended;
    }

    public Addresses addresses() {
        return addresses;
    }

    public URI url(Part part) {
        return addresses.url(part);
    }

    /** Tokens of the local accounts, from the real Keycloak. */
    public Tokens tokens() {
        return new Tokens(addresses.realm());
    }

    /** Ends the broker as a crash would. */
    public void killKafka() {
        AutoCloseable broker;
        synchronized (running) {
            broker = running.get(Part.KAFKA);
        }
        if (!(broker instanceof KafkaProcess kafka)) {
            throw new IllegalStateException("Kafka does not run");
        }
        kafka.kill();
    }

    /** Starts the broker again over what it had written. */
    public void restartKafka() {
        start(Part.KAFKA);
    }

    private void startAll() {
        // Keycloak takes longest by far, so everything else starts beside it.
        CompletableFuture<Void> keycloak = async(Part.KEYCLOAK);
        CompletableFuture<Void> data = CompletableFuture.allOf(async(Part.POSTGRESQL), async(Part.KAFKA));
        List<CompletableFuture<Void>> services = SERVICES.stream()
                .map(part -> data.thenRunAsync(() -> start(part), starters))
                .toList();
        CompletableFuture<Void> all = CompletableFuture.allOf(services.toArray(CompletableFuture[]::new));
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        failFast(keycloak, firstFailure);
        failFast(all, firstFailure);
        services.forEach(service -> failFast(service, firstFailure));
        CompletableFuture<Void> done = keycloak.thenCombine(all, (first, second) -> null);
        try {
            CompletableFuture.anyOf(done, firstFailure).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (CancellationException e) {
            throw new StartFailed("Stopped while starting");
        }
    }

    private static void failFast(CompletableFuture<Void> one, CompletableFuture<Void> failure) {
        one.whenComplete((nothing, error) -> {
            if (error != null) {
                failure.completeExceptionally(error);
            }
        });
    }

    private CompletableFuture<Void> async(Part part) {
        return CompletableFuture.runAsync(() -> start(part), starters);
    }

    private void start(Part part) {
        Path home = home(folder, part);
        int port = addresses.port(part);
        switch (part) {
            case KEYCLOAK -> started(part, () -> KeycloakProcess.start(home, port, progress));
            case POSTGRESQL -> started(part, () -> PostgresProcess.start(home, port, "directory", "referral"));
            case KAFKA -> started(part, () -> KafkaProcess.start(home, port));
            case DIRECTORY, MATCHING, REFERRAL -> started(part, () -> ServiceProcess.start(part, home, addresses));
        }
    }

    private static Path home(Path folder, Part part) {
        return folder.resolve(part.title().toLowerCase(Locale.ROOT));
    }

    private void started(Part part, Supplier<? extends AutoCloseable> start) {
        AutoCloseable process = start.get();
        synchronized (running) {
            running.put(part, process);
        }
        progress.say(part.title() + ": ready on " + addresses.port(part));
    }

    /** Stops all in order and leaves the data. */
    @Override
    public void close() {
        synchronized (closing) {
            if (closed) {
                return;
            }
            closed = true;
            try {
                // A part that is just starting ends itself when interrupted.
                starters.shutdownNow();
                starters.awaitTermination(60, TimeUnit.SECONDS);
                STOP_ORDER.forEach(this::stopTogether);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stopTogether(List<Part> parts) {
        List<Thread> stops = parts.stream()
                .map(part -> Thread.ofPlatform().name("stop-" + part.title()).start(() -> stop(part)))
                .toList();
        try {
            for (Thread stop : stops) {
                stop.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Part part) {
        AutoCloseable process;
        synchronized (running) {
            process = running.remove(part);
        }
        if (process == null) {
            return;
        }
        try {
            process.close();
            progress.say(part.title() + ": stopped");
        } catch (Exception e) {
            // The others have to be stopped all the same.
            progress.say(part.title() + ": could not be stopped: " + e.getMessage());
        }
    }
}
