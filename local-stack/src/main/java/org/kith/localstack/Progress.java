package org.kith.localstack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells whoever waits what happens. */
@FunctionalInterface
public interface Progress {
    void say(String line);

    /** Lines with the seconds since now. */
    static Progress timed(PrintStream out) {
        long start = System.nanoTime();
        return line -> {
            double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
            out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds, line));
            out.flush();
        };
    }
}
