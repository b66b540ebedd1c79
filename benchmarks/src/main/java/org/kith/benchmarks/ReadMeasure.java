package org.kith.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kith.benchmarks.http.HttpConnection;
import org.kith.benchmarks.measure.Clients;
import org.kith.benchmarks.measure.Speed;
import org.kith.benchmarks.measure.Work;
import org.kith.benchmarks.server.DirectoryUnderTest;
import org.kith.benchmarks.server.JavaServer;
import org.kith.benchmarks.sql.Pgbench;

/** Reading one listing by its id, beside PostgreSQL alone and beside a server that does nothing. */
final class ReadMeasure {
    private static final int DOCUMENTS = 500;

    private final Options options;
    private final Report report;
    private final DirectoryUnderTest directory;
    private final JavaServer service;
    private final List<String> ids = new ArrayList<>();
    private final List<byte[]> documents = new ArrayList<>();

    ReadMeasure(Options options, Report report, DirectoryUnderTest directory, JavaServer service) throws SQLException {
        this.options = options;
        this.report = report;
        this.directory = directory;
        this.service = service;
        // From all over the table: ids are random.
        try (Connection connection = DriverManager.getConnection(directory.jdbcUrl(), "postgres", "");
                PreparedStatement select = connection.prepareStatement(
                        "select service_id, document from listing where not withdrawn order by service_id limit ?")) {
            select.setInt(1, DOCUMENTS);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                    documents.add(rows.getBytes(2));
                }
            }
        }
    }

    private record Reading(HttpConnection connection, List<byte[]> requests, List<byte[]> expected) implements Work {
        @Override
        public boolean turn(int turn) throws IOException {
            int i = turn % requests.size();
            HttpConnection.Answer answer = connection.ask(requests.get(i));
            return answer.status() == 200 && Arrays.equals(answer.body(), expected.get(i));
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    void measure() {
        List<byte[]> byId = ids.stream()
                .map(id -> HttpConnection.get("/hsds/v3/services/" + id))
                .toList();
        List<byte[]> ofSize = documents.stream()
                .map(d -> HttpConnection.get("/bytes/" + d.length))
                .toList();
        List<byte[]> blanks = documents.stream()
                .map(d -> " ".repeat(d.length).getBytes(StandardCharsets.US_ASCII))
                .toList();
        List<String> statements = ids.stream()
                .map(id -> "select document from listing where service_id = '" + id + "'")
                .toList();
        Optional<Pgbench> pgbench = Pgbench.installed()
                .map(program -> new Pgbench(
                        program,
                        directory.postgresPort(),
                        "directory",
                        options.folder().resolve("pgbench")));
        report.title("### Read by id");
        report.say(
                "%d different listings, %.0f bytes each; every answer is compared byte by byte with what PostgreSQL holds.",
                ids.size(), documents.stream().mapToInt(d -> d.length).average().orElse(0));
        report.head(
                "clients",
                "service /s",
                "p50 ms",
                "p99 ms",
                "CPU ms service",
                "CPU ms PostgreSQL",
                "pgbench /s",
                "CPU ms PostgreSQL",
                "idle server /s",
                "p50 ms",
                "CPU ms idle server",
                "service : pgbench",
                "service : idle");
        try (JavaServer idle = directory.startIdle()) {
            for (int clients : options.clients()) {
                Clients loop = new Clients(clients, options.warmUp(), options.measured());
                double postgresBefore = directory.postgresCpu().seconds();
                Speed served = report.counted(loop.run(
                        () -> new Reading(new HttpConnection(service.port()), byId, documents), service.cpu()));
                double postgres = (directory.postgresCpu().seconds() - postgresBefore)
                        * options.measured().toMillis()
                        / options.measured().plus(options.warmUp()).toMillis();
                Speed nothing = report.counted(
                        loop.run(() -> new Reading(new HttpConnection(idle.port()), ofSize, blanks), idle.cpu()));
                double alone = Double.NaN;
                double aloneCpu = Double.NaN;
                if (pgbench.isPresent()) {
                    Speed sql = pgbench.get()
                            .run(
                                    statements,
                                    10,
                                    clients,
                                    options.warmUp(),
                                    options.measured(),
                                    directory.postgresCpu());
                    alone = sql.perSecond();
                    aloneCpu = sql.cpuMillis();
                    report.goal("Read by id : pgbench, %d clients".formatted(clients), served.perSecond() / alone, .4);
                }
                report.goal(
                        "Read by id : an idle server, %d clients".formatted(clients),
                        served.perSecond() / nothing.perSecond(),
                        .8);
                report.row(
                        clients,
                        served.perSecond(),
                        served.millis(50),
                        served.millis(99),
                        served.cpuMillis(),
                        1_000 * postgres / Math.max(1, served.right()),
                        alone,
                        aloneCpu,
                        nothing.perSecond(),
                        nothing.millis(50),
                        nothing.cpuMillis(),
                        served.perSecond() / alone,
                        served.perSecond() / nothing.perSecond());
            }
        }
    }
}
