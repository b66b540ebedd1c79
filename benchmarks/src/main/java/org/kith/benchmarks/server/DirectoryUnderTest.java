package org.kith.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.benchmarks.measure.Cpu;
import org.kith.localstack.KafkaProcess;
import org.kith.localstack.Parts;
import org.kith.localstack.Ports;
import org.kith.localstack.PostgresProcess;
import org.kith.localstack.TestTokens;

/** PostgreSQL and Kafka of their own, and the packaged directory over them; trusts tokens of {@link TestTokens}. */
public final class DirectoryUnderTest implements AutoCloseable {
    private static final String DATABASE = "directory";

    private final Path folder;
    private final PostgresProcess postgres;
    private final KafkaProcess kafka;
    private @Nullable JavaServer service;

    /** @param folder new, or left by a directory before */
    public DirectoryUnderTest(Path folder) {
        this.folder = folder;
        postgres = PostgresProcess.start(folder.resolve("postgresql"), 0, DATABASE);
        kafka = KafkaProcess.start(folder.resolve("kafka"), 0);
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl(DATABASE);
    }

    public int postgresPort() {
        return postgres.port();
    }

    /** Starts the service, and waits until its index has caught up. */
    public JavaServer start() {
        Map<String, String> settings = new HashMap<>();
        TestTokens.trust().forEach((name, value) -> settings.put(variable(name), value));
        int port = Ports.free();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        settings.put("KITH_CURSOR_KEY", "00".repeat(32));
        // The limits stay in the way of each request, and are never reached.
        settings.put("KITH_RATE_LIMIT_ANONYMOUS_REQUESTS", "10000000");
        settings.put("KITH_RATE_LIMIT_TOKEN_REQUESTS", "10000000");
        settings.put("KITH_SEARCH_FOLDER", index().toAbsolutePath().toString());
        Path jar = Parts.root().resolve("resource-directory/target/quarkus-app/quarkus-run.jar");
        JavaServer started = JavaServer.start(jar, folder.resolve("service"), port, settings);
        service = started;
        return started;
    }

    /** The server that does nothing. */
    public JavaServer startIdle() {
        int port = Ports.free();
        Map<String, String> settings =
                Map.of("QUARKUS_HTTP_HOST", "127.0.0.1", "QUARKUS_HTTP_PORT", Integer.toString(port));
        Path jar = Parts.root().resolve("benchmarks/idle/target/quarkus-app/quarkus-run.jar");
        return JavaServer.start(jar, folder.resolve("idle"), port, settings);
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    public Path index() {
        return folder.resolve("search-index");
    }

    /** The server with all its sessions. */
    public Cpu postgresCpu() {
        try {
            String pid = Files.readAllLines(folder.resolve("postgresql/data/postmaster.pid"))
                    .getFirst();
            return Cpu.of(Long.parseLong(pid.strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of the index that costs no space: files of an index never change. */
    public Path linkedIndex() {
        Path copy = folder.resolve("linked-index");
        try (Stream<Path> files = Files.list(index())) {
            forget(copy);
            Files.createDirectories(copy);
            for (Path file : files.toList()) {
                Path link = copy.resolve(file.getFileName());
                if (!file.endsWith("write.lock") && !Files.exists(link)) {
                    Files.createLink(link, file);
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void forget(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all files below, in MB. */
    public static long megabytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    >> 20;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (service != null) {
            service.close();
        }
        kafka.close();
        postgres.close();
    }
}
