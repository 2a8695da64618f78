package mx.constancia.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts that run or are being started. Closing stops them in the reverse order in which their start was asked for,
 * each within a bounded time; a part that is still being started is waited for, so that none is left behind.
 */
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
    private static final Duration START = Duration.ofSeconds(60);

    private record Part(String name, Duration stopsWithin, Future<? extends AutoCloseable> running) {
    }

    private final Progress progress;
    private final ExecutorService threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("part-", 1).factory());
    private final List<Part> parts = new ArrayList<>();
    private boolean closing;

    Parts(Progress progress) {
        this.progress = progress;
    }

    /**
     * Starts a part in the background.
     *
     * @throws CancellationException if everything is being stopped already
     */
    synchronized <T extends AutoCloseable> Future<T> start(String name, Duration stopsWithin, Callable<T> part) {
        if (closing) {
            throw new CancellationException("stopping");
        }
        FutureTask<T> start = new FutureTask<>(() -> {
            try {
                T running = part.call();
                progress.say(name + " is up");
                return running;
            } catch (Exception | LinkageError e) {
                LOG.error("part={} outcome=not-started", name, e);
                throw new PartFailure(name, e);
            }
        });
        parts.add(new Part(name, stopsWithin, start));
        threads.execute(start);
        return start;
    }

    /**
     * Waits until a part is up.
     *
     * @throws PartFailure if it is not
     */
    static <T extends AutoCloseable> T await(Future<T> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PartFailure failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        for (Part part : closeOrder()) {
            stop(part);
        }
        threads.shutdown();
    }

    private synchronized List<Part> closeOrder() {
        closing = true;
        List<Part> order = new ArrayList<>(parts.reversed());
        parts.clear();
        return order;
    }

    private void stop(Part part) {
        try {
            AutoCloseable running = whenStarted(part);
            if (running != null) {
                threads.submit(() -> {
                    running.close();
                    return null;
                }).get(part.stopsWithin().toMillis(), TimeUnit.MILLISECONDS);
                progress.say(part.name() + " is stopped");
            }
        } catch (ExecutionException e) {
            LOG.warn("part={} outcome=stopped-with-error", part.name(), e.getCause());
        } catch (TimeoutException e) {
            progress.say(part.name() + " does not stop and is left to the end of the process");
            LOG.warn("part={} outcome=not-stopped-in-time", part.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable AutoCloseable whenStarted(Part part) throws TimeoutException, InterruptedException {
        try {
            return part.running().get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return null;
        }
    }
}
