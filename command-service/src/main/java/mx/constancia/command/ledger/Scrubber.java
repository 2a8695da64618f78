package mx.constancia.command.ledger;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import mx.constancia.command.eventlog.EventLogConfiguration;
import mx.constancia.command.ledger.tree.LedgerAlarm;
import mx.constancia.command.ledger.tree.Scrub;
import mx.constancia.ledger.tiles.TilePath;

/**
 * Compares old rows with the ledger again and again, slowly, on the node whose writer is active: a row that was changed behind the
 * service's back is noticed though nobody reads it. Publication goes on, because what is published is right.
 */
final class Scrubber implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Scrubber.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Scrub scrub;
    private final LedgerStatus status;
    private final Duration pause;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile @Nullable Thread thread;

    /** @param rate events a second */
    Scrubber(Scrub scrub, LedgerStatus status, int rate) {
        this.scrub = scrub;
        this.status = status;
        this.pause = Duration.ofMillis(Math.max(1, 1000L * TilePath.FULL_WIDTH / rate));
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("ledger-scrubber").daemon().start(this::scrubUntilStopped);
    }

    @Override
    public void stop() {
        stopping.countDown();
        Thread scrubbing = thread;
        thread = null;
        try {
            if (scrubbing != null && !scrubbing.join(STOP_TIMEOUT)) {
                scrubbing.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return EventLogConfiguration.WRITER_PHASE - 1024;
    }

    private void scrubUntilStopped() {
        long bundle = 0;
        try {
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                long size = status.isActive() ? status.integratedSize() : 0;
                if (bundle * TilePath.FULL_WIDTH < size) {
                    attempt(bundle, size);
                    bundle++;
                } else {
                    bundle = 0;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(long bundle, long size) {
        long low = bundle * TilePath.FULL_WIDTH;
        long high = Math.min(low + TilePath.FULL_WIDTH, size);
        try {
            scrub.bundle(bundle, size);
            status.scrubbed(low, high);
            if (high == size) {
                scrub.root();
                status.passed();
            }
        } catch (LedgerAlarm e) {
            status.scrubAlarmed(e);
        } catch (RuntimeException | Error e) {
            log.warn("event=ledger-scrub-failed bundle={} reason=\"{}\"", bundle, e.toString());
        }
    }
}
