package mx.constancia.command.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import mx.constancia.command.election.ConnectionSource;
import mx.constancia.command.election.SessionLock;
import mx.constancia.command.kafka.KafkaTopics;
import mx.constancia.command.ledger.tree.Cosigning;
import mx.constancia.command.ledger.tree.EventSource;
import mx.constancia.command.ledger.tree.LedgerPorts;
import mx.constancia.command.ledger.tree.LogKeys;

/**
 * What the writer opens anew with each attempt.
 *
 * @param connections where its own connection comes from
 * @param topics      the ledger's topic
 * @param client      how to reach Kafka
 * @param log         the event log
 * @param witnesses   who cosigns
 * @param keys        who signs
 */
record LedgerParts(ConnectionSource connections, KafkaTopics topics, Map<String, Object> client, EventSource log, Cosigning witnesses,
        LogKeys keys, LedgerProperties properties, Clock clock) {

    private static final long LOCK = 0x6c6564676572L;

    Optional<SessionLock> tryToLead() throws SQLException {
        return SessionLock.tryAcquire(connections, LOCK);
    }

    void ensureTopic() throws ExecutionException, InterruptedException {
        topics.ensure();
    }

    KafkaOutlet outlet() {
        return KafkaOutlet.open(client, properties);
    }

    LedgerPorts ports(SessionLock lock, KafkaOutlet outlet) {
        return new LedgerPorts(log, JdbcLedgerTables.over(lock.connection(), clock), outlet, witnesses);
    }
}
