package mx.constancia.benchmarks;

import java.lang.management.ManagementFactory;

/** What is reachable in this process. */
final class UsedHeap {

    private UsedHeap() {
    }

    /** Bytes of the heap that are in use after a collection. */
    static long bytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
