package mx.constancia.benchmarks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

/**
 * What one round of one variant gave.
 *
 * @param metrics values by name and unit, such as {@code p50 ms}
 */
record Sample(Map<String, Double> metrics) {

    Sample {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** A sample with one value. */
    static Sample of(String metric, double value) {
        return new Sample(Map.of(metric, value));
    }

    /** How many a second. */
    static Sample rate(String metric, long count, long nanos) {
        return of(metric, count * (double) TimeUnit.SECONDS.toNanos(1) / nanos);
    }

    /** The percentiles of times in nanoseconds, as milliseconds. */
    static Sample latencies(Histogram nanos) {
        return of("p50 ms", millis(nanos.getValueAtPercentile(50)))
                .and("p90 ms", millis(nanos.getValueAtPercentile(90)))
                .and("p99 ms", millis(nanos.getValueAtPercentile(99)))
                .and("max ms", millis(nanos.getMaxValue()));
    }

    /** The same with one value more. */
    Sample and(String metric, double value) {
        Map<String, Double> more = new LinkedHashMap<>(metrics);
        more.put(metric, value);
        return new Sample(more);
    }

    /** The same with the values of another. */
    Sample and(Sample other) {
        Map<String, Double> more = new LinkedHashMap<>(metrics);
        more.putAll(other.metrics);
        return new Sample(more);
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
