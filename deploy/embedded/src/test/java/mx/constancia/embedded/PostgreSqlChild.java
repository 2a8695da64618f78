package mx.constancia.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Starts PostgreSQL on the given directory, commits two rows, and leaves a third one uncommitted. */
final class PostgreSqlChild {

    private PostgreSqlChild() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgreSql postgres = EmbeddedPostgreSql.start(Path.of(arguments[0]));
        postgres.createDatabase("constancia");
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl("constancia"), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create table event (position bigint primary key)");
            statement.execute("insert into event values (0), (1)");
            connection.setAutoCommit(false);
            statement.execute("insert into event values (2)");
            ChildJvm.reportReadyAndStay();
        }
    }
}
