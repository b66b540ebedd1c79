package org.kith.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.kith.benchmarks.directory.GeneratedDirectory;
import org.kith.benchmarks.server.DirectoryUnderTest;
import org.kith.benchmarks.server.JavaServer;
import org.kith.localstack.TestTokens;
import org.kith.localstack.sample.Imports;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A directory handed in through the API, beside COPY of the rows that it became into tables with the same indexes. */
final class ImportMeasure {
    private static final List<String> TABLES =
            List.of("organization", "location", "service", "service_at_location", "listing", "organization_document");

    private final Options options;
    private final Report report;
    private final DirectoryUnderTest directory;
    private final JavaServer service;

    ImportMeasure(Options options, Report report, DirectoryUnderTest directory, JavaServer service) {
        this.options = options;
        this.report = report;
        this.directory = directory;
        this.service = service;
    }

    void measure() throws IOException, SQLException {
        Files.createDirectories(options.folder());
        // The first is to warm up: code that was never run is slow.
        send(options.imported() / 5, 1_000_001);
        Instant before = Instant.now();
        JsonNode job = send(options.imported(), 1_000_002);
        double seconds = Duration.between(
                                Instant.parse(job.path("started_at").asText()),
                                Instant.parse(job.path("finished_at").asText()))
                        .toMillis()
                / 1_000.0;
        long in = job.at("/rows/in").asLong();
        long stored = job.at("/rows/stored").asLong();
        boolean adds = in
                == stored
                        + job.at("/rows/unchanged").asLong()
                        + job.at("/rows/refused").asLong();
        report.checked(adds && job.path("state").asText().equals("done") ? 1 : 0, adds ? 0 : 1);
        Copied copied = copyAgain(before);
        double copySeconds = copied.seconds();
        report.title("### Import, beside COPY … FROM");
        report.say(
                "%d listings of %d organizations as NDJSON of nested HSDS documents: %d rows in, %d stored, %d refused."
                        + " They became %d rows of our tables; COPY takes in those very rows, into tables with the same indexes.",
                options.imported(),
                job.at("/by_entity/organization/stored").asLong(),
                in,
                stored,
                job.at("/rows/refused").asLong(),
                copied.rows());
        report.head("", "rows of our tables", "seconds", "rows /s", "listings /s");
        report.row("import", copied.rows(), seconds, copied.rows() / seconds, options.imported() / seconds);
        report.row(
                "COPY … FROM",
                copied.rows(),
                copySeconds,
                copied.rows() / copySeconds,
                options.imported() / copySeconds);
        report.goal("Import : COPY … FROM, rows a second", copySeconds / seconds, .2);
    }

    private JsonNode send(int listings, long seed) throws IOException {
        Path file = options.folder().resolve("generated-" + seed + ".ndjson");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (Iterator<byte[]> lines =
                            new GeneratedDirectory(seed, listings).documents().iterator();
                    lines.hasNext(); ) {
                out.write(lines.next());
                out.write('\n');
            }
        }
        JsonNode job = new Imports(URI.create("http://127.0.0.1:" + service.port()), () -> TestTokens.of("steward"))
                .send(file, "generated-" + seed, tenth -> {});
        Files.delete(file);
        if (!job.path("state").asText().equals("done")) {
            throw new IOException("the import ended as " + job);
        }
        return job;
    }

    private record Copied(long rows, double seconds) {}

    /** Takes the rows of the import out into files, and into empty tables with the same indexes. */
    private Copied copyAgain(Instant since) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(directory.jdbcUrl(), "postgres", "");
                Statement statement = connection.createStatement()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            statement.execute("create schema if not exists bench_copy; create temp table bench_new as"
                    + " select organization_id, service_id from listing where last_modified >= '" + since + "'");
            long rows = 0;
            double seconds = 0;
            for (String table : TABLES) {
                statement.execute(
                        "drop table if exists bench_copy.%1$s; create table bench_copy.%1$s (like public.%1$s including all)"
                                .formatted(table));
                Path file = options.folder().resolve(table + ".copy");
                try (OutputStream out = Files.newOutputStream(file)) {
                    copy.copyOut(
                            "copy (select * from %s where %s) to stdout (format binary)"
                                    .formatted(table, imported(table)),
                            out);
                }
                long start = System.nanoTime();
                try (var in = Files.newInputStream(file)) {
                    rows += copy.copyIn("copy bench_copy.%s from stdin (format binary)".formatted(table), in);
                }
                seconds += (System.nanoTime() - start) / 1e9;
                Files.delete(file);
            }
            statement.execute("drop schema bench_copy cascade");
            return new Copied(rows, seconds);
        }
    }

    private static String imported(String table) {
        return switch (table) {
            case "organization" -> "id in (select organization_id from bench_new)";
            case "service_at_location", "listing" -> "service_id in (select service_id from bench_new)";
            default -> "organization_id in (select organization_id from bench_new)";
        };
    }

    static long count(String jdbcUrl, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
