package mx.constancia.command.eventlog;

import static mx.constancia.command.eventlog.TestLog.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import mx.constancia.command.LogDatabase;
import mx.constancia.command.eventlog.AppendResult.Appended;
import mx.constancia.command.eventlog.AppendResult.KeyTaken;
import mx.constancia.command.eventlog.AppendResult.VersionTaken;
import mx.constancia.events.StoredEvent;
import mx.constancia.testing.Parts;

class EventLogIT {

    private final LogDatabase database = LogDatabase.migrated(Parts.postgres().newDatabase());
    private TestLog node;

    @BeforeEach
    void start() {
        node = TestLog.on(database);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void anEmptyLogHasNoHead() {
        assertThat(node.log.headPosition()).isEqualTo(-1);
        assertThat(node.log.readFrom(0, 10)).isEmpty();
        assertThat(node.log.versionOf("mechanism-a")).isZero();
    }

    @Test
    void eventsComeBackAsTheyWereWritten() {
        Append append = new Append("mechanism-a", 0, List.of(
                new NewEvent("id-1", "test.noted.v1", "{\"a\": 1}", "{\"é\":\"ñ \\u0000\"}", null),
                new NewEvent("id-2", "test.noted.v1", "{}", "{ }", "{\"reason\":\"x\"}")), null);

        Appended appended = (Appended) node.writer.append(append);

        assertThat(appended.firstPosition()).isZero();
        assertThat(node.log.readStream("mechanism-a", 1, 10)).isEqualTo(append.stored(0, appended.recordedAt()))
                .isEqualTo(node.log.readFrom(0, 10));
        assertThat(node.log.readStream("mechanism-a", 2, 10)).extracting(StoredEvent::eventId).containsExactly("id-2");
        assertThat(node.log.headPosition()).isEqualTo(1);
        assertThat(node.log.versionOf("mechanism-a")).isEqualTo(2);
    }

    @Test
    void aReaderMayBoundTheBytesAndStillComesForward() {
        node.writer.append(append("mechanism-a", 0, 5));
        int bytes = node.log.readFrom(0, 2).stream()
                .mapToInt(e -> e.envelope().length() + e.publicPart().length() + e.restrictedPart().length()).sum();

        assertThat(node.log.readFrom(0, 10, 1)).extracting(StoredEvent::position).containsExactly(0L);
        assertThat(node.log.readFrom(1, 10, bytes)).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L);
        assertThat(node.log.readFrom(0, 2, Integer.MAX_VALUE)).isEqualTo(node.log.readFrom(0, 2));
    }

    @Test
    void anAppendThatBuildsOnAnotherVersionIsRefused() {
        node.writer.append(append("mechanism-a", 0, 3));

        assertThat(node.writer.append(append("mechanism-a", 2, 1))).isEqualTo(new VersionTaken(3));
        assertThat(node.writer.append(append("mechanism-a", 4, 1))).isEqualTo(new VersionTaken(3));
        assertThat(node.log.headPosition()).isEqualTo(2);
    }

    @Test
    void aConflictingAppendFailsAloneAndLeavesNoGap() throws Exception {
        node.writer.append(append("mechanism-a", 0, 1));
        BatchInsert insert = new BatchInsert(node.dataSource, Clock.systemUTC());

        List<AppendResult> results = insert.write(
                List.of(append("mechanism-b", 0, 2), append("mechanism-a", 0, 2), append("mechanism-c", 0, 1)));

        assertThat(results).element(0).isInstanceOfSatisfying(Appended.class, a -> assertThat(a.firstPosition()).isEqualTo(1));
        assertThat(results).element(1).isEqualTo(new VersionTaken(1));
        assertThat(results).element(2).isInstanceOfSatisfying(Appended.class, a -> assertThat(a.firstPosition()).isEqualTo(3));
        assertThat(node.log.readFrom(0, 10)).extracting(StoredEvent::position).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void aBatchInWhichEverythingFitsIsNumberedInItsOrder() throws Exception {
        node.writer.append(append("mechanism-a", 0, 1));
        BatchInsert insert = new BatchInsert(node.dataSource, Clock.systemUTC());

        List<AppendResult> results = insert.write(List.of(append("mechanism-b", 0, 2), append("mechanism-a", 1, 1), append("mechanism-b", 2, 1)));

        assertThat(results).extracting(result -> ((Appended) result).firstPosition()).containsExactly(1L, 3L, 4L);
        assertThat(node.log.readFrom(1, 10)).extracting(StoredEvent::streamId, StoredEvent::version).containsExactly(
                tuple("mechanism-b", 1L), tuple("mechanism-b", 2L), tuple("mechanism-a", 2L), tuple("mechanism-b", 3L));
        assertThat(node.log.headPosition()).isEqualTo(4);
    }

    @Test
    void aRunIsRecordedTogetherAndEachAppendHasItsReceipt() {
        List<AppendResult> results = node.writer.append(List.of(append("mechanism-a", 0, 2, key("k1")), append("mechanism-a", 2, 1, key("k2")),
                append("mechanism-a", 3, 1, key("k3"))));

        assertThat(results).extracting(result -> ((Appended) result).firstPosition()).containsExactly(0L, 2L, 3L);
        assertThat(node.log.versionOf("mechanism-a")).isEqualTo(4);
        assertThat(node.log.receipts("account-1", List.of("k1", "k2", "k3", "other")))
                .hasEntrySatisfying("k1", receipt -> assertThat(receipt.version()).isEqualTo(2))
                .hasEntrySatisfying("k3", receipt -> assertThat(receipt.firstPosition()).isEqualTo(3))
                .containsOnlyKeys("k1", "k2", "k3");
    }

    @Test
    void aRunWithAKeyThatIsTakenIsRefusedWhole() {
        node.writer.append(append("mechanism-b", 0, 1, key("k2")));

        assertThat(node.writer.append(List.of(append("mechanism-a", 0, 2, key("k1")), append("mechanism-a", 2, 1, key("k2")))))
                .containsExactly(new VersionTaken(0), new KeyTaken());
        assertThat(node.log.versionOf("mechanism-a")).isZero();
        assertThat(node.log.receipts("account-1", List.of("k1"))).isEmpty();
    }

    @Test
    void aRunThatBuildsOnAnotherVersionIsRefusedWholeAndAlone() throws Exception {
        node.writer.append(append("mechanism-a", 0, 1));
        BatchInsert insert = new BatchInsert(node.dataSource, Clock.systemUTC());

        List<AppendResult> results = insert.write(List.of(append("mechanism-b", 0, 1), append("mechanism-a", 0, 1),
                append("mechanism-c", 0, 2), append("mechanism-a", 1, 1), append("mechanism-c", 2, 1)));

        assertThat(results).element(1).isEqualTo(new VersionTaken(1));
        assertThat(results).element(3).isEqualTo(new VersionTaken(1));
        assertThat(node.log.versionOf("mechanism-a")).isEqualTo(1);
        assertThat(node.log.versionOf("mechanism-c")).isEqualTo(3);
        assertThat(node.log.readFrom(0, 10)).extracting(StoredEvent::position).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    private static ReceiptKey key(String key) {
        return new ReceiptKey("account-1", key, "f");
    }

    @Test
    void anAppendThatTheDatabaseCannotStoreFailsAlone() {
        Append unstorable = new Append("mechanism-\u0000", 0, append("x", 0, 1).events(), null);

        assertThatThrownBy(() -> node.writer.append(unstorable)).isInstanceOf(IllegalStateException.class);

        assertThat(node.writer.append(append("mechanism-a", 0, 1))).isInstanceOf(Appended.class);
    }

    @Test
    void aReceiptIsRecordedWithItsEvents() {
        ReceiptKey key = new ReceiptKey("account-1", "key-1", "f1");
        node.writer.append(append("mechanism-z", 0, 1));

        Appended appended = (Appended) node.writer.append(append("mechanism-a", 0, 2, key));

        assertThat(node.log.receipt("account-1", "key-1"))
                .contains(new Receipt("f1", "mechanism-a", 1, 2, 2, appended.recordedAt()));
        assertThat(node.log.receipt("account-2", "key-1")).isEmpty();
    }

    @Test
    void aKeyThatHasAReceiptRecordsNothingAgain() {
        ReceiptKey key = new ReceiptKey("account-1", "key-1", "f1");
        node.writer.append(append("mechanism-a", 0, 1, key));

        assertThat(node.writer.append(append("mechanism-a", 0, 1, key))).isEqualTo(new KeyTaken());
        assertThat(node.writer.append(append("mechanism-b", 0, 1, key))).isEqualTo(new KeyTaken());
        assertThat(node.log.headPosition()).isZero();
    }

    @Test
    void anAppendThatIsRefusedLeavesNoReceipt() {
        node.writer.append(append("mechanism-a", 0, 1));

        node.writer.append(append("mechanism-a", 0, 1, new ReceiptKey("account-1", "key-1", "f1")));

        assertThat(node.log.receipt("account-1", "key-1")).isEmpty();
    }

    @Test
    void anAppendReadsNoMoreOfALongLogThanOfAShortOne() throws Exception {
        try (Connection connection = node.dataSource.getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            BatchInsert insert = new BatchInsert(new SingleConnectionDataSource(connection, true), Clock.systemUTC());
            for (int version = 0; version < 20; version++) {
                insert.write(batchOf(100, version));
            }
            long before = rowsRead(jdbc);

            insert.write(batchOf(10, 20));

            assertThat(rowsRead(jdbc) - before).isLessThan(100);
        }
    }

    private static List<Append> batchOf(int appends, int version) {
        return IntStream.range(0, appends).mapToObj(stream -> append("mechanism-" + stream, version, 1,
                new ReceiptKey("account-" + stream, "key-" + version, "f"))).toList();
    }

    /** Rows and index entries that this connection has read from the log and the receipts. */
    private static long rowsRead(JdbcClient jdbc) {
        jdbc.sql("select pg_stat_force_next_flush()").query().singleRow();
        return jdbc.sql("""
                select sum(t.seq_tup_read) + sum(i.idx_tup_read) from pg_stat_user_tables t join pg_stat_user_indexes i using (relid)
                where t.relname in ('event_log', 'command_receipt')""").query(Long.class).single();
    }

    @Test
    void theTimeOfRecordingNeverGoesBack() {
        Instant noon = Instant.parse("2026-03-01T12:00:00.123456Z");
        Iterator<Instant> times = List.of(noon, noon.minusSeconds(60), noon.plusSeconds(60)).iterator();
        InstantSource unsteady = times::next;
        TestLog other = TestLog.on(LogDatabase.migrated(Parts.postgres().newDatabase()), unsteady.withZone(ZoneOffset.UTC));
        try (other) {
            for (int version = 0; version < 3; version++) {
                other.writer.append(append("mechanism-a", version, 1));
            }

            assertThat(other.log.readFrom(0, 10)).extracting(StoredEvent::recordedAt).containsExactly(
                    Instant.parse("2026-03-01T12:00:00.123Z"), Instant.parse("2026-03-01T12:00:00.123Z"),
                    Instant.parse("2026-03-01T12:01:00.123Z"));
        }
    }

    @Test
    void theMetersTellBatchesAndConflicts() {
        node.writer.append(append("mechanism-a", 0, 3));
        node.writer.append(append("mechanism-a", 0, 1));

        assertThat(node.meters.get("constancia.log.batch.events").summary().totalAmount()).isEqualTo(3);
        assertThat(node.meters.get("constancia.log.batch").timer().count()).isEqualTo(1);
        assertThat(node.meters.get("constancia.log.appends").tag("outcome", "version_taken").counter().count()).isEqualTo(1);
        assertThat(node.meters.get("constancia.log.position").gauge().value()).isEqualTo(2);
    }
}
