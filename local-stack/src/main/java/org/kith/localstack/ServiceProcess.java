package org.kith.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of our services as packaged by the build, told by environment variables where the other parts are. */
final class ServiceProcess implements AutoCloseable {
    /** Keycloak may be starting for the first time beside it. */
    private static final Duration START_LIMIT = Duration.ofMinutes(8);

    private final ChildProcess process;

    private ServiceProcess(ChildProcess process) {
        this.process = process;
    }

    static ServiceProcess start(Part part, Path folder, Addresses addresses) {
        Path jar = Parts.packaged(part.title()).resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StartFailed(jar + " is missing: build first (dev/run does)");
        }
        ChildProcess process = ChildProcess.start(
                part.title(),
                java(part, jar, temporary(folder)),
                environment(part, folder, addresses),
                folder,
                folder.resolve(part.title() + ".log"));
        process.awaitOk(ready(part, addresses), START_LIMIT);
        return new ServiceProcess(process);
    }

    /** Of its own: uploads go there, and a folder of that name in /tmp may be another user's. */
    private static Path temporary(Path folder) {
        try {
            return Files.createDirectories(folder.resolve("tmp")).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> java(Part part, Path jar, Path temporary) {
        List<String> command =
                new ArrayList<>(List.of(ChildProcess.java(), "-XX:MaxRAMPercentage=15", "-XX:+ExitOnOutOfMemoryError"));
        command.add("-Djava.io.tmpdir=" + temporary);
        if (part == Part.DIRECTORY) {
            // Lucene's vector code.
            command.add("--add-modules=jdk.incubator.vector");
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** Answers 200 when the service can do its work. */
    static URI ready(Part part, Addresses addresses) {
        return URI.create(addresses.url(part) + "/q/health/ready");
    }

    ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    private static Map<String, String> environment(Part part, Path folder, Addresses addresses) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(addresses.port(part)));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", addresses.realm().toString());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + addresses.port(Part.KAFKA));
        if (part == Part.REFERRAL) {
            // For this machine's sample data alone; an installation brings its own from a secret store.
            environment.put("KITH_REFERRAL_MASTER_KEY", "a2l0aC1sb2NhbC1tYXN0ZXIta2V5LW5vdC1hLXNlY3I=");
        }
        if (part == Part.DIRECTORY) {
            // Everybody on this machine is one client, and somebody may want to measure.
            for (String limit : List.of("ANONYMOUS", "TOKEN")) {
                String name = "KITH_RATE_LIMIT_" + limit + "_REQUESTS";
                environment.put(name, System.getenv().getOrDefault(name, "1000000"));
            }
        }
        database(part)
                .ifPresent(database -> environment.put(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://localhost:" + addresses.port(Part.POSTGRESQL) + "/" + database));
        try {
            environment.put("KITH_CURSOR_KEY", HexFormat.of().formatHex(Secrets.in(folder, "cursor-key")));
            if (part == Part.REFERRAL) {
                environment.put(
                        "KITH_REFERRAL_MASTER_KEY",
                        Base64.getEncoder().encodeToString(Secrets.in(folder, "master-key")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return environment;
    }

    /** The database that a service owns. */
    private static Optional<String> database(Part part) {
        return switch (part) {
            case DIRECTORY -> Optional.of("directory");
            case REFERRAL -> Optional.of("referral");
            case MATCHING, KEYCLOAK, POSTGRESQL, KAFKA -> Optional.empty();
        };
    }
}
