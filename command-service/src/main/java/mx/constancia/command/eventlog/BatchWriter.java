package mx.constancia.command.eventlog;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import mx.constancia.decision.LogUnavailableException;

/**
 * Writes batches and answers those who wait for them; the writing thread's own.
 *
 * <p>An append whose connection breaks is never tried again here, because it may have been committed. Its caller is told
 * that the log is unavailable, and finds out by its idempotency key.
 */
final class BatchWriter {

    private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);

    private final BatchInsert insert;
    private final LogMetrics metrics;
    private final EventLog eventLog;
    private final CommitSignal committed;
    private final Backoff backoff = new Backoff(Duration.ofMillis(20), Duration.ofSeconds(1));

    BatchWriter(BatchInsert insert, LogMetrics metrics, EventLog eventLog, CommitSignal committed) {
        this.insert = insert;
        this.metrics = metrics;
        this.eventLog = eventLog;
        this.committed = committed;
    }

    /** Never throws; when the database is away it returns after a pause. */
    void write(List<PendingAppend> batch) {
        long start = System.nanoTime();
        try {
            List<AppendResult> results = insert.write(batch.stream().flatMap(pending -> pending.run().stream()).toList());
            complete(batch, results, System.nanoTime() - start);
            backoff.reset();
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
            log.error("event=append-failed appends={}", batch.size(), e);
            batch.forEach(pending -> pending.result().completeExceptionally(e));
        }
    }

    private void complete(List<PendingAppend> batch, List<AppendResult> results, long nanos) {
        int events = 0;
        int next = 0;
        for (PendingAppend pending : batch) {
            List<AppendResult> ofRun = results.subList(next, next + pending.run().size());
            next += ofRun.size();
            for (int i = 0; i < ofRun.size(); i++) {
                if (ofRun.get(i) instanceof AppendResult.Appended appended) {
                    int count = pending.run().get(i).events().size();
                    events += count;
                    eventLog.seen(appended.firstPosition() + count - 1);
                }
                metrics.count(ofRun.get(i));
            }
            pending.result().complete(ofRun);
        }
        if (events > 0) {
            metrics.committed(nanos, results.size(), events);
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
        log.error("event=append-refused stream={} sqlState={}", pending.streamId(), e.getSQLState());
        pending.result().completeExceptionally(new IllegalStateException("the database refused the append", e));
    }

    private void unavailable(List<PendingAppend> batch, SQLException e) {
        log.warn("event=log-unavailable appends={} sqlState={} reason=\"{}\"", batch.size(), e.getSQLState(), e.getMessage());
        for (PendingAppend pending : batch) {
            metrics.count("unavailable");
            pending.result().completeExceptionally(new LogUnavailableException("the event log cannot be written", e));
        }
        LockSupport.parkNanos(backoff.next().toNanos());
    }
}
