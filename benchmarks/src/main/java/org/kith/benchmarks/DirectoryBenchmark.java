package org.kith.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.benchmarks.directory.GeneratedDirectory;
import org.kith.benchmarks.load.Loader;
import org.kith.benchmarks.measure.Speed;
import org.kith.benchmarks.search.Mix;
import org.kith.benchmarks.server.DirectoryUnderTest;
import org.kith.benchmarks.server.JavaServer;
import org.kith.benchmarks.sql.FullText;
import org.kith.directory.search.index.ListingIndex;
import org.kith.localstack.Parts;

/** The command {@code dev/bench directory}: how fast the directory is, beside what it is made of. */
public final class DirectoryBenchmark {
    private static final Pattern TIME = Pattern.compile("\\b(\\d{2}:\\d{2}:\\d{2},\\d{3})\\b");

    private final Options options;
    private final Report report;
    private final Map<Integer, Map<Mix, Speed>> searches = new java.util.TreeMap<>();

    private DirectoryBenchmark(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.of(List.of(arguments), Parts.root());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Report report = measured(options);
        report.finish(options.results(), Introduction.of(options, List.of(arguments)));
        System.exit(report.wrong() == 0 ? 0 : 1);
    }

    static Report measured(Options options) throws IOException, SQLException {
        Report report = new Report(System.out);
        new DirectoryBenchmark(options, report).run();
        return report;
    }

    private void run() throws IOException, SQLException {
        for (int size : options.sizes()) {
            Path folder = options.folder().resolve(Integer.toString(size));
            if (!options.keep()) {
                DirectoryUnderTest.forget(folder);
            }
            DirectoryUnderTest directory = new DirectoryUnderTest(folder);
            // Whoever is told to stop leaves no server behind.
            Thread stop = new Thread(directory::close, "stop-servers");
            Runtime.getRuntime().addShutdownHook(stop);
            try (directory) {
                measure(directory, size);
            }
            Runtime.getRuntime().removeShutdownHook(stop);
            if (!options.keep()) {
                DirectoryUnderTest.forget(folder);
            }
        }
        growth();
    }

    private void measure(DirectoryUnderTest directory, int size) throws IOException, SQLException {
        report.title("## %,d listings".formatted(size));
        Loader loader = new Loader(directory.jdbcUrl());
        loader.migrate();
        if (ImportMeasure.count(directory.jdbcUrl(), "select count(*) from listing") == 0) {
            Loader.Loaded loaded = loader.load(new GeneratedDirectory(options.seed(), size));
            report.say(
                    "Made up and filled in by COPY with all indexes in %.0f s: %,d rows.",
                    loaded.took().toMillis() / 1e3, loaded.rows());
        }
        if (options.only().equals(Set.of("load"))) {
            return;
        }
        JavaServer service = directory.start();
        caughtUp(service, size);
        try (ListingIndex index = linked(directory)) {
            SearchMeasure search = new SearchMeasure(options, report, service, index);
            if (options.wants("search")) {
                search.compareAnswers();
                searches.put(size, new EnumMap<>(search.measure()));
            }
            if (options.wants("read")) {
                new ReadMeasure(options, report, directory, service).measure();
            }
            if (options.wants("postgres")) {
                FullText sql = new FullText(directory.jdbcUrl());
                sql.prepare();
                search.compareWithSql(sql);
                new RankedMeasure(options, report, directory, service).measure(search);
                sql.drop();
            }
        }
        if (options.wants("export")) {
            new ExportMeasure(report, directory, service).measure(size);
        }
        memory(directory, service);
        if (options.wants("write")) {
            new WriteMeasure(report, directory, service).measure();
        }
        if (options.wants("import")) {
            new ImportMeasure(options, report, directory, service).measure();
        }
    }

    private static ListingIndex linked(DirectoryUnderTest directory) throws SQLException {
        Path folder = directory.linkedIndex();
        long last = ImportMeasure.count(directory.jdbcUrl(), "select max(change) from listing");
        ListingIndex index = ListingIndex.open(folder, origin(directory), last);
        if (index.applied() != last) {
            throw new IllegalStateException("the index was not saved yet: %d of %d".formatted(index.applied(), last));
        }
        return index;
    }

    private static String origin(DirectoryUnderTest directory) throws SQLException {
        try (var connection = java.sql.DriverManager.getConnection(directory.jdbcUrl(), "postgres", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select id from search_origin")) {
            row.next();
            return row.getString(1);
        }
    }

    /** By the service's own log. */
    private void caughtUp(JavaServer service, int size) {
        boolean fromNothing = service.log().stream().anyMatch(line -> line.contains("stands at change 0 of"));
        if (!fromNothing) {
            report.say(
                    "The service was ready after %.1f s, with the index of the run before.",
                    service.startedIn().toMillis() / 1e3);
            return;
        }
        double seconds = between(service.log(), "The search index stands", "The search index has caught up")
                        .toMillis()
                / 1e3;
        report.say(
                "The service was ready after %.1f s; its index, from nothing, took %.1f s of that: %,.0f listings a second.",
                service.startedIn().toMillis() / 1e3, seconds, size / Math.max(.001, seconds));
    }

    private static Duration between(List<String> log, String first, String last) {
        LocalTime from = time(log, first);
        LocalTime to = time(log, last);
        Duration between = Duration.between(from, to);
        return between.isNegative() ? between.plusDays(1) : between;
    }

    private static LocalTime time(List<String> log, String text) {
        for (String line : log) {
            Matcher time = TIME.matcher(line);
            if (line.contains(text) && time.find()) {
                return LocalTime.parse(time.group(1).replace(',', '.'));
            }
        }
        return LocalTime.MIDNIGHT;
    }

    private void memory(DirectoryUnderTest directory, JavaServer service) throws SQLException {
        report.title("### Memory and disk");
        long resident = service.residentMegabytes();
        report.head("MB", "");
        report.row("memory of the service after all of the above (resident)", resident);
        report.row("its heap after a collection", service.heapMegabytes());
        report.row("the search index on disk", DirectoryUnderTest.megabytes(directory.index()));
        report.row(
                "the database on disk",
                ImportMeasure.count(directory.jdbcUrl(), "select pg_database_size(current_database()) >> 20"));
        report.row(
                "of it documents and indexes of listings",
                ImportMeasure.count(directory.jdbcUrl(), "select pg_total_relation_size('listing') >> 20"));
    }

    /** Only where both sizes were measured. */
    private void growth() {
        if (searches.size() < 2) {
            return;
        }
        List<Integer> sizes = List.copyOf(searches.keySet());
        Map<Mix, Speed> small = searches.getOrDefault(sizes.getFirst(), Map.of());
        Map<Mix, Speed> big = searches.getOrDefault(sizes.getLast(), Map.of());
        report.title("## From %,d to %,d listings".formatted(sizes.getFirst(), sizes.getLast()));
        report.head("queries", "CPU ms at first", "CPU ms then", "times");
        for (Mix mix : Mix.values()) {
            Speed before = small.get(mix);
            Speed after = big.get(mix);
            if (before != null && after != null) {
                report.row(mix.title(), before.cpuMillis(), after.cpuMillis(), after.cpuMillis() / before.cpuMillis());
                report.goal(
                        "Cost of a search at %,d : at %,d, %s"
                                .formatted(sizes.getLast(), sizes.getFirst(), mix.title()),
                        before.perSecond() / after.perSecond(),
                        -3);
            }
        }
    }
}
