package mx.constancia.command.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import mx.constancia.command.election.ConnectionSource;
import mx.constancia.command.eventlog.CommitSignal;
import mx.constancia.command.eventlog.EventLog;
import mx.constancia.events.StoredEvent;

/** The log as the relay reads it. */
final class RelaySource {

    private final ConnectionSource connections;
    private final JdbcClient jdbc;
    private final EventLog log;
    private final CommitSignal committed;
    private final StandingAlarm alarm;

    RelaySource(ConnectionSource connections, JdbcClient jdbc, EventLog log, CommitSignal committed, StandingAlarm alarm) {
        this.connections = connections;
        this.jdbc = jdbc;
        this.log = log;
        this.committed = committed;
        this.alarm = alarm;
    }

    /** Empty when another node is the active relay. */
    Optional<Leadership> tryToLead() throws SQLException {
        return Leadership.tryAcquire(connections);
    }

    /** The lag of whichever relay is active. */
    Lag lag() {
        return jdbc.sql(Lag.QUERY).query((row, number) -> Lag.of(row)).single();
    }

    /** Waits until the ledger's writer has judged the log; says whether it did in time. */
    boolean isJudgedWithin(Duration time) throws InterruptedException {
        return alarm.isJudgedWithin(time);
    }

    /**
     * What is to be sent next.
     *
     * @param events in order, without a gap
     * @param alarm  why they may not be sent; it was looked for after they were read
     */
    record Batch(List<StoredEvent> events, Optional<String> alarm) {
    }

    /** The next events; empty when there are none, after a wait for some. */
    Batch next(long position, RelayProperties properties) throws InterruptedException {
        EventLog.Answered read = log.readFrom(position, properties.batchSize(), properties.batchBytes(), StandingAlarm.QUESTION);
        List<StoredEvent> events = read.events();
        if (events.isEmpty()) {
            committed.await(properties.pollInterval());
        } else if (events.getLast().position() != position + events.size() - 1) {
            throw new IllegalStateException("the log has a gap at or after position " + position);
        }
        return new Batch(events, read.answer());
    }

    /** Ends a wait for events. */
    void wake() {
        committed.raise();
    }
}
