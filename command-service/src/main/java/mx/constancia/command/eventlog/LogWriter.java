package mx.constancia.command.eventlog;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import mx.constancia.decision.LogUnavailableException;

/**
 * Appends by group commit: command threads hand in their events and wait; one thread commits all that wait together.
 *
 * <p>An append whose connection breaks is never tried again here, because it may have been committed. Its caller is told
 * that the log is unavailable, and finds out by its idempotency key.
 */
public final class LogWriter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LogWriter.class);
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 1000;

    private final AppendQueue queue;
    private final BatchInsert insert;
    private final LogMetrics metrics;
    private final EventLog eventLog;
    private final CommitSignal committed;
    private final Duration appendTimeout;
    private volatile boolean running;
    private @Nullable Thread thread;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    LogWriter(AppendQueue queue, BatchInsert insert, LogMetrics metrics, EventLog eventLog, CommitSignal committed,
            Duration appendTimeout) {
        this.queue = queue;
        this.insert = insert;
        this.metrics = metrics;
        this.eventLog = eventLog;
        this.committed = committed;
        this.appendTimeout = appendTimeout;
    }

    @Override
    public synchronized void start() {
        eventLog.headPosition();
        running = true;
        thread = Thread.ofPlatform().name("event-log-writer").daemon().start(this::writeUntilStopped);
    }

    @Override
    public int getPhase() {
        return EventLogConfiguration.WRITER_PHASE;
    }

    @Override
    public boolean isRunning() {
        return running;
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

    /**
     * Appends, and returns when the result is durable.
     *
     * @throws LogUnavailableException when it is not durable in time; whether it was recorded is unknown
     */
    public AppendResult append(Append append) {
        PendingAppend pending = new PendingAppend(append);
        long deadline = System.nanoTime() + appendTimeout.toNanos();
        try {
            if (!running || !queue.offer(pending, appendTimeout)) {
                metrics.count("unavailable");
                throw new LogUnavailableException("the event log takes no appends now", null);
            }
            return pending.result().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            boolean written = !pending.giveUp();
            throw new LogUnavailableException("the event log did not answer in time; written=" + (written ? "unknown" : "no"), e);
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
        try {
            while (true) {
                List<PendingAppend> batch = queue.nextBatch(IDLE);
                if (!batch.isEmpty()) {
                    write(batch);
                } else if (!running && queue.isEmpty()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<PendingAppend> batch) {
        long start = System.nanoTime();
        try {
            List<AppendResult> results = insert.write(batch.stream().map(PendingAppend::append).toList());
            long nanos = System.nanoTime() - start;
            complete(batch, results, nanos);
            pauseMillis = FIRST_PAUSE_MILLIS;
        } catch (SQLException e) {
            if (!isRefusal(e)) {
                unavailable(batch, e);
            } else if (batch.size() > 1) {
                // Nothing was committed; what the database cannot store must fail alone.
                batch.forEach(pending -> write(List.of(pending)));
            } else {
                refused(batch.getFirst(), e);
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(pending -> pending.result().completeExceptionally(e));
            log.error("event=append-failed appends={}", batch.size(), e);
        }
    }

    private void complete(List<PendingAppend> batch, List<AppendResult> results, long nanos) {
        int events = 0;
        for (int i = 0; i < batch.size(); i++) {
            if (results.get(i) instanceof AppendResult.Appended appended) {
                int count = batch.get(i).append().events().size();
                events += count;
                eventLog.seen(appended.firstPosition() + count - 1);
            }
            batch.get(i).result().complete(results.get(i));
            metrics.count(results.get(i));
        }
        if (events > 0) {
            metrics.committed(nanos, batch.size(), events);
            committed.raise();
        }
    }

    /** Data that can never be stored (classes 22, 23 and 54), as opposed to a server or a way to it that fails. */
    private static boolean isRefusal(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    private void refused(PendingAppend pending, SQLException e) {
        metrics.count("refused");
        log.error("event=append-refused stream={} sqlState={}", pending.append().streamId(), e.getSQLState());
        pending.result().completeExceptionally(new IllegalStateException("the database refused the append", e));
    }

    private void unavailable(List<PendingAppend> batch, SQLException e) {
        log.warn("event=log-unavailable appends={} sqlState={} reason=\"{}\"", batch.size(), e.getSQLState(), e.getMessage());
        for (PendingAppend pending : batch) {
            metrics.count("unavailable");
            pending.result().completeExceptionally(new LogUnavailableException("the event log cannot be written", e));
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
        pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
    }
}
