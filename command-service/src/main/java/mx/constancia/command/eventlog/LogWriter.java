package mx.constancia.command.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import mx.constancia.decision.LogUnavailableException;

/** Appends by group commit: command threads hand in their events and wait; one thread commits all that wait together. */
public final class LogWriter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LogWriter.class);
    private static final Duration IDLE = Duration.ofMillis(100);

    private final AppendQueue queue;
    private final BatchWriter batches;
    private final LogMetrics metrics;
    private final EventLog eventLog;
    private final Duration appendTimeout;
    private volatile boolean running;
    private @Nullable Thread thread;

    LogWriter(AppendQueue queue, BatchWriter batches, LogMetrics metrics, EventLog eventLog, Duration appendTimeout) {
        this.queue = queue;
        this.batches = batches;
        this.metrics = metrics;
        this.eventLog = eventLog;
        this.appendTimeout = appendTimeout;
    }

    @Override
    public synchronized void start() {
        eventLog.headPosition();
        running = true;
        thread = Thread.ofPlatform().name("event-log-writer").daemon().start(this::writeUntilStopped);
    }

    /** Takes no more appends, and writes those that it has taken. */
    @Override
    public synchronized void stop() {
        running = false;
        if (thread != null) {
            try {
                thread.join(appendTimeout);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return EventLogConfiguration.WRITER_PHASE;
    }

    /**
     * Appends, and returns when the result is durable.
     *
     * @throws LogUnavailableException when it is not durable in time; whether it was recorded is unknown
     */
    public AppendResult append(Append append) {
        return append(List.of(append)).getFirst();
    }

    /**
     * Appends a run: each of its appends is of the same stream and builds on the one before. They are recorded together or not
     * at all; returns when the results are durable, one for each append.
     *
     * @throws LogUnavailableException when they are not durable in time; whether they were recorded is unknown
     */
    public List<AppendResult> append(List<Append> run) {
        PendingAppend pending = new PendingAppend(run);
        long deadline = System.nanoTime() + appendTimeout.toNanos();
        try {
            if (!running || !queue.offer(pending, appendTimeout)) {
                metrics.count("unavailable");
                throw new LogUnavailableException("the event log takes no appends now", null);
            }
            return pending.result().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            boolean known = pending.giveUp();
            throw new LogUnavailableException("the event log did not answer in time; recorded=" + (known ? "no" : "unknown"), e);
        } catch (InterruptedException e) {
            pending.giveUp();
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("interrupted while waiting for the event log", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void writeUntilStopped() {
        while (running || !queue.isEmpty()) {
            try {
                List<PendingAppend> batch = queue.nextBatch(IDLE);
                if (!batch.isEmpty()) {
                    batches.write(batch);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                // Without this thread the node would record nothing any more; who waited for the batch hears nothing in time.
                log.error("event=log-writer-failed", e);
            }
        }
    }
}
