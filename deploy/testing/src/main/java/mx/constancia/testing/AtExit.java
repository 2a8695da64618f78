package mx.constancia.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Closes what is shared when the JVM ends, the youngest first. */
final class AtExit {

    private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();
    private static final Duration HOOKS_START = Duration.ofMillis(100);
    private static final Duration CONTEXTS_CLOSE = Duration.ofSeconds(20);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::closeAll, "test-parts-closer"));
    }

    private AtExit() {}

    static synchronized <T extends AutoCloseable> T close(T resource) {
        OPEN.push(resource);
        return resource;
    }

    private static void closeAll() {
        try {
            awaitContexts();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<AutoCloseable> open;
        synchronized (AtExit.class) {
            open = List.copyOf(OPEN);
        }
        for (AutoCloseable resource : open) {
            try {
                resource.close();
            } catch (Exception e) {
                System.err.println("Test part did not close: " + e);
            }
        }
    }

    // Shutdown hooks run side by side, and Spring closes its test contexts in one: without their servers they would
    // fail noisily and wait for time-outs.
    private static void awaitContexts() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(HOOKS_START.toNanos());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("Spring") && thread.getName().endsWith("ShutdownHook")) {
                thread.join(CONTEXTS_CLOSE);
            }
        }
    }
}
