package org.kith.benchmarks.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * Runs a closed loop of clients, each a thread.
 *
 * @param warmUp not counted
 */
public record Clients(int number, Duration warmUp, Duration measured) {
    /** A minute, in microseconds. */
    private static final long LONGEST = 60_000_000;

    /** @param cpu of what serves */
    public Speed run(Work.Source source, Cpu cpu) {
        loop(source, warmUp);
        double before = cpu.seconds();
        long start = System.nanoTime();
        List<Tally> tallies = loop(source, measured);
        double seconds = (System.nanoTime() - start) / 1e9;
        Histogram all = new Histogram(LONGEST, 3);
        tallies.forEach(tally -> all.add(tally.micros));
        return new Speed(
                number,
                tallies.stream().mapToLong(t -> t.right).sum(),
                tallies.stream().mapToLong(t -> t.wrong).sum(),
                seconds,
                cpu.seconds() - before,
                all);
    }

    private List<Tally> loop(Work.Source source, Duration time) {
        try (ExecutorService threads = Executors.newFixedThreadPool(number)) {
            List<Future<Tally>> running = new ArrayList<>();
            for (int client = 0; client < number; client++) {
                int first = client * 37;
                running.add(threads.submit(() -> client(source, first, time)));
            }
            List<Tally> tallies = new ArrayList<>();
            for (Future<Tally> one : running) {
                tallies.add(one.get());
            }
            return tallies;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed", e.getCause());
        }
    }

    private static Tally client(Work.Source source, int first, Duration time) throws Exception {
        Tally tally = new Tally();
        try (Work work = source.open()) {
            long end = System.nanoTime() + time.toNanos();
            int turn = first;
            for (long now = System.nanoTime(); now < end; turn++) {
                boolean right = work.turn(turn);
                long then = System.nanoTime();
                tally.micros.recordValue(Math.min(LONGEST, (then - now) / 1_000));
                now = then;
                if (right) {
                    tally.right++;
                } else {
                    tally.wrong++;
                }
            }
        }
        return tally;
    }

    private static final class Tally {
        private final Histogram micros = new Histogram(LONGEST, 3);
        private long right;
        private long wrong;
    }
}
