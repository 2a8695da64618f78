package mx.constancia.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import mx.constancia.command.LogDatabase;
import mx.constancia.testing.Parts;

class AppendOnlyIT {

    private static final LogDatabase DATABASE = withAnEvent(LogDatabase.migrated(Parts.postgres().newDatabase()));

    private static LogDatabase withAnEvent(LogDatabase database) {
        try (TestLog node = TestLog.on(database)) {
            node.writer.append(TestLog.append("mechanism-a", 0, 1, new ReceiptKey("account", "key", "f")));
        }
        return database;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update event_log set type = 'x'", "delete from event_log", "truncate event_log",
        "update command_receipt set version = 9", "delete from command_receipt", "truncate command_receipt"})
    void evenTheOwnerCannotChangeWhatIsRecorded(String statement) {
        try (HikariDataSource owner = DATABASE.asOwner()) {
            assertThatThrownBy(() -> JdbcClient.create(owner).sql(statement).update())
                    .rootCause().hasMessageContaining("is append only");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update event_log set type = 'x'", "delete from event_log", "truncate event_log", "drop table event_log",
        "update command_receipt set version = 9", "delete from command_receipt", "truncate command_receipt",
        "delete from log_head", "insert into log_head values (false, 0, now())", "delete from relay_progress",
        "alter table event_log disable trigger all", "create table mine (id int)"})
    void theServiceHasOnlyTheRightsItNeeds(String statement) {
        try (HikariDataSource service = DATABASE.asService()) {
            assertThatThrownBy(() -> JdbcClient.create(service).sql(statement).update())
                    .rootCause().hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void theServiceWorksAsItsRole() {
        try (HikariDataSource service = DATABASE.asService()) {
            assertThat(JdbcClient.create(service).sql("select current_user").query(String.class).single()).isEqualTo(LogDatabase.ROLE);
        }
    }

    @Test
    void aDatabaseOwnerWithoutSuperuserRightsCanMigrateAndServe() {
        var database = Parts.postgres().newDatabase();
        String name = database.jdbcUrl().replaceAll(".*/([^?]*).*", "$1");
        try (HikariDataSource admin = new LogDatabase(database).asOwner()) {
            JdbcClient jdbc = JdbcClient.create(admin);
            jdbc.sql("create role owner_of_" + name + " login createrole password 'secret'").update();
            jdbc.sql("alter database " + name + " owner to owner_of_" + name).update();
            jdbc.sql("grant constancia_app to owner_of_" + name + " with admin option").update();
        }
        LogDatabase own = LogDatabase.migrated(
                new mx.constancia.testing.TestDatabase(database.jdbcUrl(), "owner_of_" + name, "secret"));

        try (TestLog node = TestLog.on(own)) {
            assertThat(node.writer.append(TestLog.append("mechanism-a", 0, 1))).isInstanceOf(AppendResult.Appended.class);
        }
    }

    @Test
    void databasesOfOneServerCanBeMigratedAtOnce() throws Exception {
        List<Callable<LogDatabase>> migrations = IntStream.range(0, 4).mapToObj(i -> Parts.postgres().newDatabase())
                .<Callable<LogDatabase>>map(database -> () -> LogDatabase.migrated(database)).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Stream<Future<LogDatabase>> done = threads.invokeAll(migrations).stream();

            assertThat(done).allSatisfy(future -> assertThatCode(future::get).doesNotThrowAnyException());
        }
    }
}
