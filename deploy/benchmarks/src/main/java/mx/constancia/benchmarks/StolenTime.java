package mx.constancia.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How much of the processors of a virtual machine its host has given to others; proc(5), {@code /proc/stat}.
 *
 * @param stolen ticks in which this machine would have worked
 * @param all    all ticks
 */
record StolenTime(long stolen, long all) {

    private static final Path STAT = Path.of("/proc/stat");
    /** After user, nice, system, idle, iowait, irq and softirq. */
    private static final int STEAL = 7;

    /** Since the machine was started; empty where no system tells. */
    static Optional<StolenTime> now() throws IOException {
        if (!Files.isReadable(STAT)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(STAT)) {
            return lines.findFirst().map(StolenTime::of);
        }
    }

    /** Of the line of all processors. */
    static StolenTime of(String line) {
        long[] ticks = Stream.of(line.split("\\s+")).skip(1).limit(STEAL + 1).mapToLong(Long::parseLong).toArray();
        return new StolenTime(ticks[STEAL], LongStream.of(ticks).sum());
    }

    /** Percent of the processors that was given to others in between. */
    double percentSince(StolenTime before) {
        return 100.0 * (stolen - before.stolen) / Math.max(1, all - before.all);
    }
}
