package mx.constancia.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long the processor worked for the ledger alone: its threads in this process, and the database session of its writer. */
final class LedgerWork {

    private static final Pattern THREADS = Pattern.compile("ledger-(writer|scrubber)|kafka-producer-network-thread \\| constancia-ledger");
    private static final double NANOS_OF_A_MILLI = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ProcessHandle session;

    /** @param session process of the session that {@link LedgerLock#holder()} names */
    LedgerWork(long session) {
        this.session = ProcessHandle.of(session).orElseThrow();
    }

    /** Milliseconds until now. */
    double millis() {
        long own = Stream.of(threads.getThreadInfo(threads.getAllThreadIds())).filter(Objects::nonNull)
                .filter(thread -> THREADS.matcher(thread.getThreadName()).matches())
                .mapToLong(ThreadInfo::getThreadId).map(threads::getThreadCpuTime).sum();
        return (own + session.info().totalCpuDuration().map(Duration::toNanos).orElse(0L)) / NANOS_OF_A_MILLI;
    }
}
