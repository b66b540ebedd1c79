package org.kith.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How much of the processors something has used since it began. */
@FunctionalInterface
public interface Cpu {
    /** What {@code getconf CLK_TCK} says on every Linux of today. */
    double TICKS = 100;

    double seconds();

    static Cpu nobody() {
        return () -> 0;
    }

    /** This process, without those that it started. */
    static Cpu self() {
        return () -> used(ProcessHandle.current().pid(), 11, 12);
    }

    /** A process with those that it started, also the ones that have ended. Nothing where there is no /proc. */
    static Cpu of(long pid) {
        return () -> ProcessHandle.of(pid).map(Cpu::all).orElse(0.0);
    }

    static Cpu together(Cpu... some) {
        return () -> Arrays.stream(some).mapToDouble(Cpu::seconds).sum();
    }

    private static double all(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(one -> used(one.pid(), 11, 12, 13, 14))
                .sum();
    }

    /** @param fields of the file, counted after the name: its own times, and those of ended children */
    private static double used(long pid, int... fields) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The name in parentheses may hold spaces.
            List<String> numbers =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return Arrays.stream(fields)
                            .mapToLong(field -> Long.parseLong(numbers.get(field)))
                            .sum()
                    / TICKS;
        } catch (IOException e) {
            return 0;
        }
    }
}
