package org.kith.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final Map<Integer, Double> idleRate = new HashMap<>();
    private final Map<Integer, Double> pgbenchRate = new HashMap<>();
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

    /** Any of all, by chance; as long as it should be, and the one that was asked for. */
    private record Anything(HttpConnection connection, UUID[] ids, int[] lengths, SplittableRandom random)
            implements Work {
        @Override
        public boolean turn(int turn) throws IOException {
            int i = random.nextInt(ids.length);
            HttpConnection.Answer answer = connection.ask(HttpConnection.get("/hsds/v3/services/" + ids[i]));
            byte[] beginning = ("{\"id\":\"" + ids[i] + "\"").getBytes(StandardCharsets.US_ASCII);
            return answer.status() == 200
                    && answer.body().length == lengths[i]
                    && Arrays.equals(answer.body(), 0, beginning.length, beginning, 0, beginning.length);
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    /** What the service holds in memory helps little here. */
    private void anything() throws SQLException {
        List<UUID> all = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(directory.jdbcUrl(), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select service_id, length(document) from listing where not withdrawn")) {
            while (rows.next()) {
                all.add(rows.getObject(1, UUID.class));
                lengths.add(rows.getInt(2));
            }
        }
        UUID[] everyId = all.toArray(UUID[]::new);
        int[] everyLength = lengths.stream().mapToInt(Integer::intValue).toArray();
        report.title("### Read by id: any of all %d listings, by chance".formatted(everyId.length));
        report.head("clients", "service /s", "p50 ms", "p99 ms", "CPU ms service", "CPU ms PostgreSQL");
        AtomicInteger seeds = new AtomicInteger();
        for (int clients : options.clients()) {
            Clients loop = new Clients(clients, options.warmUp(), options.measured());
            double before = directory.postgresCpu().seconds();
            Speed served = report.counted(loop.run(
                    () -> new Anything(
                            new HttpConnection(service.port()),
                            everyId,
                            everyLength,
                            new SplittableRandom(seeds.getAndIncrement())),
                    service.cpu()));
            report.row(
                    clients,
                    served.perSecond(),
                    served.millis(50),
                    served.millis(99),
                    served.cpuMillis(),
                    shareOfMeasured(directory.postgresCpu().seconds() - before, served));
            if (pgbenchRate.containsKey(clients)) {
                report.goal(
                        "Read by id, any of all : pgbench, %d clients".formatted(clients),
                        served.perSecond() / Objects.requireNonNull(pgbenchRate.get(clients)),
                        .4);
            }
            report.goal(
                    "Read by id, any of all : an idle server, %d clients".formatted(clients),
                    served.perSecond() / Objects.requireNonNull(idleRate.get(clients)),
                    .8);
        }
    }

    /** Of what was used while warming up and measuring. */
    private double shareOfMeasured(double seconds, Speed speed) {
        double share = (double) options.measured().toMillis()
                / options.measured().plus(options.warmUp()).toMillis();
        return 1_000 * seconds * share / Math.max(1, speed.right());
    }

    void measure() throws SQLException {
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
        report.title("### Read by id: the same 500 listings again and again");
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
                double postgres = shareOfMeasured(directory.postgresCpu().seconds() - postgresBefore, served);
                Speed nothing = report.counted(
                        loop.run(() -> new Reading(new HttpConnection(idle.port()), ofSize, blanks), idle.cpu()));
                idleRate.put(clients, nothing.perSecond());
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
                    pgbenchRate.put(clients, alone);
                    report.goal(
                            "Read by id, the same 500 : pgbench, %d clients".formatted(clients),
                            served.perSecond() / alone,
                            .4);
                }
                report.goal(
                        "Read by id, the same 500 : an idle server, %d clients".formatted(clients),
                        served.perSecond() / nothing.perSecond(),
                        .8);
                report.row(
                        clients,
                        served.perSecond(),
                        served.millis(50),
                        served.millis(99),
                        served.cpuMillis(),
                        postgres,
                        alone,
                        aloneCpu,
                        nothing.perSecond(),
                        nothing.millis(50),
                        nothing.cpuMillis(),
                        served.perSecond() / alone,
                        served.perSecond() / nothing.perSecond());
            }
        }
        anything();
    }
}
