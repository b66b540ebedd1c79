package org.kith.benchmarks.sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.kith.benchmarks.measure.Cpu;
import org.kith.benchmarks.measure.Speed;

/** PostgreSQL's own load generator, a closed loop too. */
public record Pgbench(Path program, int port, String database, Path folder) {
    private static final Pattern TRANSACTIONS = Pattern.compile("transactions actually processed: (\\d+)");
    /** Of the scripts, once the sessions were there. */
    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+)");

    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");

    /** Where it is installed; our PostgreSQL comes without it. */
    public static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * @param statements prepared once per session
     * @param each so many of them in a script; it takes at most 128 scripts
     */
    public Speed run(List<String> statements, int each, int clients, Duration warmUp, Duration measured, Cpu cpu) {
        List<Path> scripts = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (int first = 0; first + each <= statements.size(); first += each) {
                Path script = folder.resolve("script-" + first + ".sql");
                Files.writeString(script, String.join(";\n", statements.subList(first, first + each)) + ";\n");
                scripts.add(script);
            }
            return measure(scripts, each, clients, warmUp, measured, cpu);
        } catch (IOException e) {
            throw new IllegalStateException("pgbench cannot be run", e);
        }
    }

    private Speed measure(
            List<Path> scripts, int statementsEach, int clients, Duration warmUp, Duration measured, Cpu cpu)
            throws IOException {
        output(scripts, clients, warmUp);
        double before = cpu.seconds();
        String output = output(scripts, clients, measured);
        long transactions = (long) number(TRANSACTIONS, output);
        Histogram micros = latencies(statementsEach);
        return new Speed(
                clients,
                transactions * statementsEach,
                (long) number(FAILED, output),
                transactions / number(RATE, output),
                cpu.seconds() - before,
                micros);
    }

    private String output(List<Path> scripts, int clients, Duration time) throws IOException {
        try (Stream<Path> old = Files.list(folder)) {
            for (Path log : old.filter(file -> file.getFileName().toString().startsWith("log."))
                    .toList()) {
                Files.delete(log);
            }
        }
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--log",
                "--log-prefix=" + folder.resolve("log"),
                "--client=" + clients,
                "--jobs=" + Math.min(2, clients),
                "--time=" + Math.max(1, time.toSeconds())));
        scripts.forEach(script -> command.add("--file=" + script));
        command.add(database);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGHOST", "127.0.0.1");
        builder.environment().put("PGPORT", Integer.toString(port));
        builder.environment().put("PGUSER", "postgres");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!TRANSACTIONS.matcher(output).find()) {
            throw new IOException("pgbench said: " + output);
        }
        return output;
    }

    /** The third number of each line of its log is the microseconds of one transaction. */
    private Histogram latencies(int statementsEach) throws IOException {
        Histogram micros = new Histogram(600_000_000, 3);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path log : files.filter(file -> file.getFileName().toString().startsWith("log."))
                    .toList()) {
                try (Stream<String> lines = Files.lines(log)) {
                    lines.map(line -> line.split(" ", -1)[2])
                            .filter(time -> time.chars().allMatch(Character::isDigit))
                            .forEach(time -> micros.recordValue(Long.parseLong(time) / statementsEach));
                }
            }
        }
        return micros;
    }

    private static double number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }
}
