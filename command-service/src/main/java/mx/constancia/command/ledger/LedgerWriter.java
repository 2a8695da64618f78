package mx.constancia.command.ledger;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import mx.constancia.command.election.SessionLock;
import mx.constancia.command.eventlog.Backoff;
import mx.constancia.command.eventlog.EventLogConfiguration;
import mx.constancia.command.ledger.tree.LedgerAlarm;
import mx.constancia.command.ledger.tree.LedgerSession;

/**
 * Keeps the ledger up with the log while this node is elected. After any failure it begins anew, with all checks; after an alarm
 * too, so that it goes on by itself when what was changed is restored.
 */
final class LedgerWriter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LedgerWriter.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final LedgerParts parts;
    private final LedgerStatus status;
    private final LedgerProperties properties;
    private final Backoff backoff;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile @Nullable Thread thread;

    LedgerWriter(LedgerParts parts, LedgerStatus status, LedgerProperties properties) {
        this.parts = parts;
        this.status = status;
        this.properties = properties;
        this.backoff = new Backoff(Duration.ofMillis(100), properties.longestPause());
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("ledger-writer").daemon().start(this::writeUntilStopped);
    }

    /** Ends after the step in hand, or when that takes too long in the middle of it; both are safe. */
    @Override
    public void stop() {
        stopping.countDown();
        Thread writing = thread;
        thread = null;
        try {
            if (writing != null && !writing.join(STOP_TIMEOUT)) {
                writing.interrupt();
                writing.join(STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Below the log's writer: it stops after the last event of this node was written. */
    @Override
    public int getPhase() {
        return EventLogConfiguration.WRITER_PHASE - 1024;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause(Duration pause) throws InterruptedException {
        stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void writeUntilStopped() {
        try {
            while (!isStopping()) {
                try {
                    tryToLead();
                } catch (InterruptedException e) {
                    throw e;
                } catch (LedgerAlarm e) {
                    status.alarmed(e);
                    pause(backoff.next());
                } catch (Exception | Error e) {
                    if (isStopping()) {
                        break;
                    }
                    status.failed(e);
                    Duration pause = backoff.next();
                    log.warn("event=ledger-failed retryInMillis={} reason=\"{}\"", pause.toMillis(), e.toString());
                    pause(pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.info("event=ledger-stopped");
    }

    private void tryToLead() throws Exception {
        Optional<SessionLock> acquired = parts.tryToLead();
        if (acquired.isEmpty()) {
            status.recovered();
            pause(properties.electionInterval());
            return;
        }
        try (SessionLock lock = acquired.get()) {
            parts.ensureTopic();
            try (KafkaOutlet outlet = parts.outlet()) {
                LedgerSession session = LedgerSession.resume(parts.ports(lock, outlet), parts.keys());
                log.info("event=ledger-active size={}", session.size());
                status.published(session.size(), session.size());
                status.active(true);
                write(session);
            }
        } finally {
            status.active(false);
        }
    }

    private void write(LedgerSession session) throws InterruptedException {
        while (!isStopping()) {
            LedgerSession.Step step;
            try {
                step = session.step();
            } finally {
                status.integrated(session.size());
            }
            status.published(step.logEnd(), session.size());
            backoff.reset();
            if (step.integrated() < LedgerSession.STEP) {
                pause(step.integrated() == 0 ? properties.pollInterval() : properties.checkpointInterval());
            }
        }
    }
}
