package org.kith.benchmarks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.benchmarks.measure.Clients;
import org.kith.benchmarks.measure.Speed;
import org.kith.benchmarks.search.Mix;
import org.kith.benchmarks.search.OverHttp;
import org.kith.benchmarks.search.SearchQuery;
import org.kith.benchmarks.server.DirectoryUnderTest;
import org.kith.benchmarks.server.JavaServer;
import org.kith.benchmarks.sql.FullText;
import org.kith.benchmarks.sql.Pgbench;

/** PostgreSQL's ranked full text, the same words and circles, in the same minutes as the service again. */
final class RankedMeasure {
    private static final int SCRIPTS = 100;

    private final Options options;
    private final Report report;
    private final DirectoryUnderTest directory;
    private final JavaServer service;

    RankedMeasure(Options options, Report report, DirectoryUnderTest directory, JavaServer service) {
        this.options = options;
        this.report = report;
        this.directory = directory;
        this.service = service;
    }

    void measure(SearchMeasure search) {
        Optional<Pgbench> pgbench = Pgbench.installed()
                .map(program -> new Pgbench(
                        program,
                        directory.postgresPort(),
                        "directory",
                        options.folder().resolve("pgbench")));
        report.title("### Search over HTTP, beside PostgreSQL's ranked full text");
        if (pgbench.isEmpty()) {
            report.say("Not measured: there is no pgbench on this machine.");
            return;
        }
        report.head(
                "queries",
                "clients",
                "HTTP /s",
                "CPU ms of the service",
                "pgbench /s",
                "p50 ms",
                "p99 ms",
                "CPU ms of PostgreSQL",
                "HTTP : PostgreSQL",
                "CPU PostgreSQL : service");
        for (int clients : options.clients()) {
            Map<Mix, Double> ratios = new EnumMap<>(Mix.class);
            for (Mix mix : List.of(Mix.WORDS, Mix.WORDS_AND_RADIUS)) {
                List<SearchQuery> some =
                        search.queries(mix).stream().limit(SCRIPTS).toList();
                Clients loop = new Clients(clients, options.warmUp(), options.measured());
                Speed served = report.counted(
                        loop.run(OverHttp.clients(service.port(), some, search.found(mix)), service.cpu()));
                Speed sql = pgbench.get()
                        .run(
                                some.stream().map(FullText::ranked).toList(),
                                1,
                                clients,
                                options.warmUp(),
                                options.measured(),
                                directory.postgresCpu());
                ratios.put(mix, served.perSecond() / sql.perSecond());
                report.row(
                        mix.title(),
                        clients,
                        served.perSecond(),
                        served.cpuMillis(),
                        sql.perSecond(),
                        sql.millis(50),
                        sql.millis(99),
                        sql.cpuMillis(),
                        served.perSecond() / sql.perSecond(),
                        sql.cpuMillis() / served.cpuMillis());
            }
            ratios.forEach((mix, ratio) -> report.goal(
                    "Search over HTTP : PostgreSQL, %s, %d clients".formatted(mix.title(), clients), ratio, 20));
        }
    }
}
