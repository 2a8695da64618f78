package mx.constancia.command.ledger;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import mx.constancia.command.election.BackgroundTask;
import mx.constancia.command.ledger.tree.LedgerAlarm;
import mx.constancia.command.ledger.tree.Scrub;
import mx.constancia.ledger.tiles.TilePath;

/**
 * Compares old rows with the ledger again and again, slowly, on the node whose writer is active: a row that was changed behind the
 * service's back is noticed though nobody reads it. Publication goes on, because what is published is right.
 */
final class Scrubber extends BackgroundTask {

    private static final Logger log = LoggerFactory.getLogger(Scrubber.class);

    private final Scrub scrub;
    private final LedgerStatus status;
    private final Duration pause;
    private long bundle;

    /** @param rate events a second */
    Scrubber(Scrub scrub, LedgerStatus status, int rate) {
        super("ledger-scrubber");
        this.scrub = scrub;
        this.status = status;
        this.pause = Duration.ofMillis(Math.max(1, 1000L * TilePath.FULL_WIDTH / rate));
    }

    @Override
    protected void attempt() throws InterruptedException {
        pause(pause);
        long size = status.isActive() ? status.integratedSize() : 0;
        long low = bundle * TilePath.FULL_WIDTH;
        if (isStopping() || low >= size) {
            bundle = 0;
            return;
        }
        long index = bundle++;
        long high = Math.min(low + TilePath.FULL_WIDTH, size);
        try {
            scrub.bundle(index, size);
            status.scrubbed(low, high);
            if (high == size) {
                scrub.root();
                status.passed();
            }
        } catch (LedgerAlarm e) {
            status.scrubAlarmed(e);
        }
    }

    @Override
    protected Duration failed(Throwable failure) {
        log.warn("event=ledger-scrub-failed bundle={} reason=\"{}\"", bundle - 1, failure.toString());
        return Duration.ZERO;
    }
}
