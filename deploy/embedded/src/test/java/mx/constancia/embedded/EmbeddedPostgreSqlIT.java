package mx.constancia.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgreSqlIT {

    @TempDir
    Path directory;

    @Test
    void commitsReachTheDiskBeforeTheyAreAcknowledged() throws SQLException {
        try (EmbeddedPostgreSql postgres = EmbeddedPostgreSql.start(directory)) {
            assertThat(query(postgres, "postgres", "show fsync")).containsExactly("on");
            assertThat(query(postgres, "postgres", "show synchronous_commit")).containsExactly("on");
            assertThat(query(postgres, "postgres", "show full_page_writes")).containsExactly("on");
            assertThat(query(postgres, "postgres", "show server_version")).first().asString().startsWith("18");
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        try (EmbeddedPostgreSql postgres = EmbeddedPostgreSql.start(directory)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void dataSurviveAStopAndAStartOnTheSamePort() throws SQLException {
        int port;
        try (EmbeddedPostgreSql postgres = EmbeddedPostgreSql.start(directory)) {
            port = postgres.port();
            postgres.createDatabase("constancia");
            update(postgres, "create table event (position bigint)", "insert into event values (0)");
        }

        try (EmbeddedPostgreSql postgres = EmbeddedPostgreSql.start(directory, port)) {
            postgres.createDatabase("constancia");
            assertThat(query(postgres, "constancia", "select position from event")).containsExactly("0");
        }
    }

    @Test
    void committedDataSurviveThePowerCut() throws SQLException {
        EmbeddedPostgreSql killed = EmbeddedPostgreSql.start(directory);
        killed.createDatabase("constancia");
        update(killed, "create table event (position bigint)", "insert into event values (0)");
        killed.kill();

        try (EmbeddedPostgreSql postgres = EmbeddedPostgreSql.start(directory, killed.port())) {
            assertThat(query(postgres, "constancia", "select position from event")).containsExactly("0");
        }
    }

    @Test
    void theNextRunStopsTheServerThatAKilledJvmLeftAndKeepsWhatWasCommitted() throws Exception {
        ProcessHandle orphan;
        try (ChildJvm child = ChildJvm.startAndAwaitReady(PostgreSqlChild.class, directory)) {
            child.kill();
            orphan = recordedServer();
            assertThat(orphan.isAlive()).isTrue();
        }

        ProcessHandle successor;
        try (EmbeddedPostgreSql postgres = EmbeddedPostgreSql.start(directory)) {
            successor = recordedServer();
            assertThat(orphan.info().command()).as("the orphan is gone").isEmpty();
            assertThat(query(postgres, "constancia", "select position from event order by 1")).containsExactly("0", "1");
        }
        assertThat(successor.info().command()).as("the successor is gone").isEmpty();
    }

    @Test
    void aServerThatAKilledJvmLeftCanBeStoppedWithoutAStart() throws Exception {
        try (ChildJvm child = ChildJvm.startAndAwaitReady(PostgreSqlChild.class, directory)) {
            child.kill();
        }
        ProcessHandle orphan = recordedServer();

        EmbeddedPostgreSql.stopLeftover(directory);

        assertThat(orphan.info().command()).as("the orphan is gone").isEmpty();
    }

    @Test
    void aProcessIdThatNowBelongsToAnotherProgramStopsNeitherTheProgramNorTheStart() throws Exception {
        EmbeddedPostgreSql.start(directory).kill();
        Path processId = directory.resolve("pgdata/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(processId));
        Process bystander = new ProcessBuilder("sleep", "600").start();
        lines.set(0, Long.toString(bystander.pid()));
        Files.write(processId, lines);

        try (EmbeddedPostgreSql postgres = EmbeddedPostgreSql.start(directory)) {
            assertThat(query(postgres, "postgres", "select 1")).containsExactly("1");
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void anotherOwnerOfTheDirectoryIsNamedInTheRefusal() {
        try (EmbeddedPostgreSql postgres = EmbeddedPostgreSql.start(directory)) {
            assertThatThrownBy(() -> EmbeddedPostgreSql.start(directory, postgres.port() + 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(directory.getFileName().toString());
        }
    }

    private ProcessHandle recordedServer() throws Exception {
        String pid = Files.readAllLines(directory.resolve("pgdata/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static List<String> query(EmbeddedPostgreSql postgres, String database, String sql) throws SQLException {
        try (Connection connection = connect(postgres, database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static void update(EmbeddedPostgreSql postgres, String... commands) throws SQLException {
        try (Connection connection = connect(postgres, "constancia");
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static Connection connect(EmbeddedPostgreSql postgres, String database) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), postgres.user(), postgres.password());
    }
}
