package mx.constancia.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.zaxxer.hikari.HikariDataSource;

import mx.constancia.command.LogDatabase;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.entry.RestrictedSeal;
import mx.constancia.testing.Parts;
import mx.constancia.testing.TestDatabase;

class SealRestrictedPartsIT {

    private static final int ROWS = 2500;

    private final TestDatabase database = Parts.postgres().newDatabase();

    @Test
    void whatWasRecordedBeforeThereWereSealsIsSealedAndCannotChangeAgain() {
        LogDatabase.migrate(database, MigrationVersion.fromVersion("1"));
        try (HikariDataSource owner = new LogDatabase(database).asOwner()) {
            JdbcClient jdbc = JdbcClient.create(owner);
            jdbc.sql("""
                    insert into event_log select n, 'event-' || n, 'mechanism-a', n + 1, 'test.noted.v1', now(), '{}', '{"n":1}',
                        case when n % 2 = 1 then '{ "b": "ñ", "a": ' || n || ' }' end
                    from generate_series(0, ?) n""").param(ROWS - 1).update();
            jdbc.sql("update log_head set next_position = ?").param(ROWS).update();
            jdbc.sql("update relay_progress set next_position = ?").param(ROWS).update();

            LogDatabase.migrated(database);

            List<StoredEvent> events = new EventLog(new JdbcTemplate(owner)).readFrom(0, ROWS);
            assertThat(events).hasSize(ROWS).allMatch(RestrictedSeal::holds);
            assertThat(events).filteredOn(event -> event.restrictedPart() == null).hasSize(ROWS / 2)
                    .allMatch(event -> event.restrictedDigest() == null);
            assertThat(events).filteredOn(event -> event.restrictedPart() != null).extracting(StoredEvent::restrictedSalt)
                    .doesNotContainNull().doesNotHaveDuplicates();
            assertThat(jdbc.sql("select next_position from relay_progress").query(Long.class).single()).isEqualTo(1);
            assertThatThrownBy(() -> jdbc.sql("update event_log set restricted_salt = restricted_salt").update())
                    .rootCause().hasMessageContaining("is append only");
        }
    }

    @Test
    void aRestrictedPartWithoutSealIsRefused() {
        LogDatabase migrated = LogDatabase.migrated(database);
        try (TestLog log = TestLog.on(migrated)) {
            Append unsealed = new Append("mechanism-a", 0, List.of(new NewEvent("id", "test.noted.v1", "{}", "{}", "{}", null)), null);
            assertThatThrownBy(() -> log.writer.append(unsealed)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("refused the append");
        }
    }

    @Test
    void theSealIsRecordedWithTheEvent() {
        try (TestLog log = TestLog.on(LogDatabase.migrated(database))) {
            Append append = TestLog.append("mechanism-a", 0, 3);
            AppendResult.Appended appended = (AppendResult.Appended) log.writer.append(append);
            assertThat(log.log.readFrom(0, 10)).isEqualTo(append.stored(appended.firstPosition(), appended.recordedAt()))
                    .allMatch(RestrictedSeal::holds);
        }
    }
}
