package org.kith.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Keycloak with our realm, as a process of its own on loopback, its database a file in the given folder. */
final class KeycloakProcess implements AutoCloseable {
    /** Changing them makes a new build of Keycloak, which takes half a minute. */
    private static final List<String> BUILD = List.of("build", "--db=dev-file", "--cache=local");

    /** Half a minute where the machine has nothing else to do. */
    private static final Duration START_LIMIT = Duration.ofMinutes(8);

    private static final String REALM = "kith-realm.json";

    private final ChildProcess process;

    private KeycloakProcess(ChildProcess process) {
        this.process = process;
    }

    /**
     * Starts Keycloak and waits until the realm answers.
     *
     * @param folder holds its database and log; a changed realm file makes the database anew
     */
    static KeycloakProcess start(Path folder, int port, Progress progress) {
        try {
            Files.createDirectories(folder);
            Path home = installed(Parts.ofCheckout(), progress);
            byte[] realm = realm();
            replaceIfOther(home.resolve("data/import").resolve(REALM), realm);
            if (replaceIfOther(folder.resolve(REALM), realm)) {
                forgetDatabase(folder);
            }
            Path database = folder.resolve("keycloak").toAbsolutePath();
            String url = "http://localhost:" + port;
            progress.say("Keycloak: starting" + (Files.exists(folder.resolve("keycloak.mv.db")) ? "" : ", realm new"));
            ChildProcess process = ChildProcess.start(
                    "Keycloak",
                    java(
                            home,
                            List.of(
                                    "start",
                                    "--optimized",
                                    "--import-realm",
                                    "--http-enabled=true",
                                    "--http-host=127.0.0.1",
                                    "--http-port=" + port,
                                    "--hostname=" + url,
                                    "--db-url=jdbc:h2:file:" + database
                                            + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=0")),
                    Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin"),
                    folder,
                    folder.resolve("keycloak.log"));
            process.awaitOk(URI.create(url + "/realms/kith/protocol/openid-connect/certs"), START_LIMIT);
            return new KeycloakProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    private static byte[] realm() throws IOException {
        try (InputStream in = KeycloakProcess.class.getResourceAsStream("/keycloak/" + REALM)) {
            if (in == null) {
                throw new IOException("No realm file on the class path");
            }
            return in.readAllBytes();
        }
    }

    /** Unpacked and built once per checkout and version. */
    private static Path installed(Parts parts, Progress progress) throws IOException {
        Path zip = parts.archive("keycloak-quarkus-dist-");
        String version = zip.getFileName()
                .toString()
                .replace("keycloak-quarkus-dist-", "")
                .replace(".zip", "");
        Path home = parts.folder().resolve("keycloak-" + version);
        Path marker = home.resolve(".built");
        String built = String.join(" ", BUILD);
        Path lockFile = parts.folder().resolve("keycloak.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid()
                    && !(Files.exists(marker) && Files.readString(marker).equals(built))) {
                progress.say("Keycloak: unpacking and building, only this once (half a minute)");
                Folders.delete(home);
                unzip(zip, parts.folder());
                build(home);
                Files.writeString(marker, built);
            }
        }
        return home;
    }

    private static void build(Path home) throws IOException {
        try (ChildProcess build =
                ChildProcess.start("Keycloak's build", java(home, BUILD), Map.of(), home, home.resolve("build.log"))) {
            build.awaitEnd(START_LIMIT);
        }
    }

    private static void unzip(Path zip, Path target) throws IOException {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("Entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    try (InputStream in = archive.getInputStream(entry)) {
                        Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    /** Whether the file was other than that, or absent. */
    private static boolean replaceIfOther(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return false;
        }
        Files.createDirectories(file.getParent());
        Path next = Files.createTempFile(file.getParent(), "realm", ".tmp");
        Files.write(next, content);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private static void forgetDatabase(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("keycloak.mv.db"));
        Files.deleteIfExists(folder.resolve("keycloak.trace.db"));
    }

    /** What {@code kc.sh} does, without a shell between us and the process that we have to end. */
    private static List<String> java(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xms64m",
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
