package mx.constancia.command.ledger;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import mx.constancia.command.election.BackgroundTask;
import mx.constancia.command.election.SessionLock;
import mx.constancia.command.eventlog.Backoff;
import mx.constancia.command.ledger.tree.LedgerAlarm;
import mx.constancia.command.ledger.tree.LedgerSession;
import mx.constancia.command.relay.StandingAlarm;

/**
 * Keeps the ledger up with the log while this node is elected. After any failure it begins anew, with all checks; after an alarm
 * too, so that it goes on by itself when what was changed is restored.
 */
final class LedgerWriter extends BackgroundTask {

    private static final Logger log = LoggerFactory.getLogger(LedgerWriter.class);

    private final LedgerParts parts;
    private final LedgerStatus status;
    private final StandingAlarm alarm;
    private final LedgerProperties properties;
    private final Backoff backoff;

    LedgerWriter(LedgerParts parts, LedgerStatus status, StandingAlarm alarm, LedgerProperties properties) {
        super("ledger-writer");
        this.parts = parts;
        this.status = status;
        this.alarm = alarm;
        this.properties = properties;
        this.backoff = new Backoff(Duration.ofMillis(100), properties.longestPause());
    }

    @Override
    protected Duration failed(Throwable failure) {
        Duration pause = backoff.next();
        if (!(failure instanceof LedgerAlarm)) {
            status.failed(failure);
            log.warn("event=ledger-failed retryInMillis={} reason=\"{}\"", pause.toMillis(), failure.toString());
        }
        return pause;
    }

    @Override
    protected void attempt() throws Exception {
        Optional<SessionLock> acquired = parts.tryToLead();
        if (acquired.isEmpty()) {
            status.recovered();
            alarm.leaveToAnotherNode();
            pause(properties.electionInterval());
            return;
        }
        try (SessionLock lock = acquired.get()) {
            lead(lock);
        } finally {
            status.active(false);
        }
    }

    private void lead(SessionLock lock) throws Exception {
        parts.ensureTopic();
        try (KafkaOutlet outlet = parts.outlet()) {
            LedgerSession session = LedgerSession.resume(parts.ports(lock, outlet), parts.keys());
            log.info("event=ledger-active size={}", session.size());
            status.published(session.size(), session.size());
            status.active(true);
            alarm.lift();
            write(session);
        } catch (LedgerAlarm e) {
            status.alarmed(e);
            alarm.raise(e.position(), String.valueOf(e.getMessage()));
            throw e;
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
            alarm.lift();
            backoff.reset();
            if (session.size() == step.logEnd()) {
                pause(step.integrated() == 0 ? properties.pollInterval() : properties.checkpointInterval());
            }
        }
    }
}
