package org.kith.benchmarks.measure;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a closed loop of clients saw: each asks as soon as it was answered, so that a slow server is asked less often.
 *
 * @param cpuSeconds of the processes that served
 */
public record Speed(int clients, long right, long wrong, double seconds, double cpuSeconds, Histogram micros) {
    public double perSecond() {
        return right / seconds;
    }

    /** Milliseconds of the processor for each answer. */
    public double cpuMillis() {
        return 1_000 * cpuSeconds / Math.max(1, right);
    }

    public double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d clients %.0f/s p50 %.2f ms p99 %.2f ms cpu %.3f ms right %d wrong %d",
                clients,
                perSecond(),
                millis(50),
                millis(99),
                cpuMillis(),
                right,
                wrong);
    }
}
