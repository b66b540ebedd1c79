package org.kith.benchmarks;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kith.benchmarks.http.HttpConnection;
import org.kith.benchmarks.measure.Clients;
import org.kith.benchmarks.measure.Cpu;
import org.kith.benchmarks.measure.Speed;
import org.kith.benchmarks.search.Found;
import org.kith.benchmarks.search.InLucene;
import org.kith.benchmarks.search.Mix;
import org.kith.benchmarks.search.OverHttp;
import org.kith.benchmarks.search.SearchQuery;
import org.kith.benchmarks.server.JavaServer;
import org.kith.benchmarks.sql.FullText;
import org.kith.directory.search.index.ListingIndex;

/** Search: the service beside the index alone, query by query the same answers first. */
final class SearchMeasure {
    private final Options options;
    private final Report report;
    private final JavaServer service;
    private final ListingIndex index;
    private final Map<Mix, List<SearchQuery>> queries = new EnumMap<>(Mix.class);
    private final Map<Mix, List<Found>> expected = new EnumMap<>(Mix.class);

    SearchMeasure(Options options, Report report, JavaServer service, ListingIndex index) {
        this.options = options;
        this.report = report;
        this.service = service;
        this.index = index;
        for (Mix mix : Mix.values()) {
            List<SearchQuery> made = SearchQuery.make(mix, options.seed(), options.queries());
            queries.put(mix, made);
            expected.put(
                    mix, made.stream().map(query -> InLucene.ask(index, query)).toList());
        }
    }

    List<SearchQuery> queries(Mix mix) {
        return queries.getOrDefault(mix, List.of());
    }

    /** Whole answers: ids in their order, totals, facets. */
    void compareAnswers() throws IOException {
        report.title("### Are the answers the same?");
        report.head(
                "queries",
                "different ones",
                "same in the service as in Lucene alone",
                "not the same",
                "found nothing",
                "mean total");
        try (HttpConnection connection = new HttpConnection(service.port())) {
            for (Mix mix : Mix.values()) {
                List<Found> wanted = found(mix);
                long same = 0;
                for (int i = 0; i < wanted.size(); i++) {
                    if (OverHttp.ask(connection, queries(mix).get(i)).equals(wanted.get(i))) {
                        same++;
                    }
                }
                report.checked(same, wanted.size() - same);
                report.row(
                        mix.title(),
                        queries(mix).stream().distinct().count(),
                        same,
                        wanted.size() - same,
                        wanted.stream().filter(f -> f.total() == 0).count(),
                        wanted.stream().mapToLong(Found::total).average().orElse(0));
            }
        }
    }

    /** Filters leave no room for taste: PostgreSQL has to count the same. */
    void compareWithSql(FullText sql) {
        List<SearchQuery> asked = queries(Mix.FILTERS);
        long same = 0;
        for (int i = 0; i < asked.size(); i++) {
            if (sql.count(asked.get(i)) == found(Mix.FILTERS).get(i).total()) {
                same++;
            }
        }
        report.checked(same, asked.size() - same);
        report.say("");
        report.say(
                "Filters only: the total is what SQL counts over the tables for %d of %d queries.", same, asked.size());
    }

    List<Found> found(Mix mix) {
        return expected.getOrDefault(mix, List.of());
    }

    /** @return answers a second of the service, by mix, with the clients given last */
    Map<Mix, Speed> measure() {
        Map<Mix, Speed> last = new EnumMap<>(Mix.class);
        report.title("### Search over HTTP, beside the same queries in Lucene alone");
        report.head(
                "queries",
                "clients",
                "HTTP /s",
                "p50 ms",
                "p99 ms",
                "CPU ms of the service",
                "CPU ms of the clients",
                "Lucene /s",
                "p50 ms",
                "CPU ms",
                "HTTP : Lucene",
                "CPU Lucene : service");
        for (int clients : options.clients()) {
            double http = 0;
            double lucene = 0;
            for (Mix mix : Mix.values()) {
                Clients loop = new Clients(clients, options.warmUp(), options.measured());
                double own = Cpu.self().seconds();
                Speed served = report.counted(
                        loop.run(OverHttp.clients(service.port(), queries(mix), found(mix)), service.cpu()));
                double clientCpu = (Cpu.self().seconds() - own)
                        * options.measured().toMillis()
                        / options.measured().plus(options.warmUp()).toMillis();
                InLucene work = new InLucene(index, queries(mix), found(mix));
                Speed direct = report.counted(loop.run(() -> work, Cpu.self()));
                last.put(mix, served);
                http += 1 / served.perSecond();
                lucene += 1 / direct.perSecond();
                report.row(
                        mix.title(),
                        clients,
                        served.perSecond(),
                        served.millis(50),
                        served.millis(99),
                        served.cpuMillis(),
                        1_000 * clientCpu / Math.max(1, served.right()),
                        direct.perSecond(),
                        direct.millis(50),
                        direct.cpuMillis(),
                        served.perSecond() / direct.perSecond(),
                        direct.cpuMillis() / served.cpuMillis());
            }
            report.goal(
                    "Search over HTTP : Lucene alone, all kinds of queries equally often, %d clients"
                            .formatted(clients),
                    lucene / http,
                    .5);
        }
        return last;
    }
}
