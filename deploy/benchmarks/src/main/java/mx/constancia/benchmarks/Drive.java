package mx.constancia.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

/** Clients that each do one operation after the other for a while. */
final class Drive {

    private static final int DIGITS = 3;

    private Drive() {
    }

    /** One client's next operation. */
    interface Operation extends AutoCloseable {

        void run() throws Exception;

        @Override
        default void close() throws Exception {
        }

        /** The operation, with what is the client's own and is closed with it. */
        static Operation with(AutoCloseable own, Operation operation) {
            return new Operation() {

                @Override
                public void run() throws Exception {
                    operation.run();
                }

                @Override
                public void close() throws Exception {
                    own.close();
                }
            };
        }
    }

    /** Gives each client its operation; clients are numbered from 0. */
    interface Clients {

        Operation client(int number) throws Exception;
    }

    /**
     * Lets so many clients work for so long.
     *
     * @return operations a second, latencies, and bytes that this process allocated for each operation
     */
    static Sample run(int clients, long seconds, Clients operations) throws Exception {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (ExecutorService workers = Executors.newFixedThreadPool(clients)) {
            List<Callable<Histogram>> work = new ArrayList<>();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            for (int client = 0; client < clients; client++) {
                Operation operation = operations.client(client);
                work.add(() -> repeat(operation, end));
            }
            long allocated = threads.getTotalThreadAllocatedBytes();
            long start = System.nanoTime();
            Histogram all = new Histogram(DIGITS);
            for (Future<Histogram> each : workers.invokeAll(work)) {
                all.add(each.get());
            }
            long nanos = System.nanoTime() - start;
            return Sample.rate("operations/s", all.getTotalCount(), nanos)
                    .and(Sample.latencies(all))
                    .and("p99.9 ms", all.getValueAtPercentile(99.9) / 1e6)
                    .and("kB allocated/operation", (threads.getTotalThreadAllocatedBytes() - allocated) / 1e3 / all.getTotalCount());
        }
    }

    private static Histogram repeat(Operation operation, long end) throws Exception {
        Histogram latencies = new Histogram(DIGITS);
        try (operation) {
            for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                operation.run();
                latencies.recordValue(System.nanoTime() - start);
            }
        }
        return latencies;
    }
}
