package mx.constancia.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.zaxxer.hikari.HikariDataSource;

import mx.constancia.command.LogDatabase;
import mx.constancia.command.eventlog.TestLog;
import mx.constancia.command.ledger.tree.Served;
import mx.constancia.events.entry.LedgerEntry;
import mx.constancia.testing.Parts;

class LedgerWriterIT {

    private final LogDatabase database = LogDatabase.migrated(Parts.postgres().newDatabase());
    private final TestLog node = TestLog.on(database);
    private final String topic = "ledger-" + UUID.randomUUID();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void whatIsCommittedIsSignedAndPublished() {
        try (TestLedger ledger = TestLedger.on(node, topic)) {
            for (int i = 0; i < 30; i++) {
                node.writer.append(TestLog.append("mechanism-" + i, 0, 10));
            }
            eventually().until(() -> ledger.published() == 300);
        }

        Served served = TestLedger.served(topic).requireWhole();
        assertThat(served.checkpoint().size()).isEqualTo(300);
        assertThat(served.entries()).containsExactlyElementsOf(
                node.log.readFrom(0, 300).stream().map(event -> LedgerEntry.of(event).bytes()).toList());
    }

    @Test
    void anotherNodeGoesOnWhereTheFirstOneEnded() {
        try (TestLog otherNode = TestLog.on(database)) {
            TestLedger first = TestLedger.on(node, topic);
            node.writer.append(TestLog.append("mechanism-a", 0, 70));
            eventually().until(() -> first.published() == 70);
            try (TestLedger second = TestLedger.on(otherNode, topic)) {
                assertThat(second.isActive()).isFalse();
                first.close();
                node.writer.append(TestLog.append("mechanism-a", 70, 200));
                eventually().until(() -> second.published() == 270);
                assertThat(second.isActive()).isTrue();
            }
        }
        assertThat(TestLedger.served(topic).requireWhole().checkpoint().size()).isEqualTo(270);
    }

    @Test
    void aRowThatASuperuserChangedIsNoticedByTheRunningService() {
        try (TestLedger ledger = TestLedger.on(node, topic)) {
            node.writer.append(TestLog.append("mechanism-a", 0, 300));
            eventually().until(() -> ledger.published() == 300);
            attack("update event_log set public_part = '{\"number\":-1}' where position = 4");

            eventually().until(() -> ledger.alarmsAt(4));
            assertThat(node.meters.get("constancia.ledger.alarms").counter().count()).isPositive();
        }
    }

    @Test
    void aRemovedNewestEventStopsPublication() {
        try (TestLedger ledger = TestLedger.on(node, topic)) {
            node.writer.append(TestLog.append("mechanism-a", 0, 5));
            eventually().until(() -> ledger.published() == 5);
            attack("delete from event_log where position = 4; update log_head set next_position = 4");
            eventually().until(() -> ledger.alarmsAt(4));
            // Another event takes the free place: too late.
            node.writer.append(TestLog.append("mechanism-b", 0, 3));

            eventually().until(() -> ledger.alarmsAt(4));
        }
        assertThat(TestLedger.served(topic).checkpoint().size()).isEqualTo(5);
    }

    @Test
    void anOlderDatabaseIsNotGoneOnWith() {
        try (TestLedger ledger = TestLedger.on(node, topic)) {
            node.writer.append(TestLog.append("mechanism-a", 0, 5));
            eventually().until(() -> ledger.published() == 5);
        }
        LogDatabase older = LogDatabase.migrated(Parts.postgres().newDatabase());
        try (TestLog restored = TestLog.on(older); TestLedger ledger = TestLedger.on(restored, topic)) {
            restored.writer.append(TestLog.append("mechanism-a", 0, 9));
            eventually().until(() -> ledger.alarmsAt(0));
            assertThat(JdbcClient.create(restored.dataSource).sql("select count(*) from ledger_checkpoint").query(Long.class).single()).isZero();
        }
        assertThat(TestLedger.served(topic).checkpoint().size()).isEqualTo(5);
    }

    @Test
    void anAlarmStandsInTheDatabaseUntilTheLogIsWholeAgain() {
        try (TestLedger ledger = TestLedger.on(node, topic)) {
            node.writer.append(TestLog.append("mechanism-a", 0, 5));
            eventually().until(() -> ledger.published() == 5);
            attack("create table saved as select * from event_log where position = 4; delete from event_log where position = 4; "
                    + "update log_head set next_position = 4");
            eventually().until(() -> standingAlarms().equals(List.of(4L)));

            attack("insert into event_log select * from saved; update log_head set next_position = 5");

            eventually().until(() -> standingAlarms().isEmpty());
            eventually().until(() -> ledger.status.health().getStatus().equals(Status.UP));
        }
    }

    private List<Long> standingAlarms() {
        return JdbcClient.create(node.dataSource).sql("select position from ledger_alarm").query(Long.class).list();
    }

    /** As someone who may do anything to the database. */
    private void attack(String statements) {
        try (HikariDataSource owner = database.asOwner()) {
            JdbcClient.create(owner).sql("set session_replication_role = replica; " + statements).update();
        }
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
