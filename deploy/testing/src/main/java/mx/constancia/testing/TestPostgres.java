package mx.constancia.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.constancia.embedded.EmbeddedPostgreSql;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A PostgreSQL server and a user who may create databases and roles in it.
 *
 * @param jdbcUrl the address of its maintenance database
 */
public record TestPostgres(String jdbcUrl, String user, String password) {

    private static final String IMAGE = "postgres:18.1";
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/]*/)[^?]*(\\?.*)?");

    static TestPostgres given(String jdbcUrl) {
        return new TestPostgres(jdbcUrl,
                Objects.requireNonNullElse(System.getenv("CONSTANCIA_TEST_JDBC_USER"), "postgres"),
                Objects.requireNonNullElse(System.getenv("CONSTANCIA_TEST_JDBC_PASSWORD"), ""));
    }

    static TestPostgres inContainer() {
        PostgreSQLContainer container = AtExit.close(new PostgreSQLContainer(IMAGE));
        container.start();
        return new TestPostgres(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    static TestPostgres embedded() {
        TestDirectory directory = AtExit.close(TestDirectory.create("postgresql"));
        return of(AtExit.close(EmbeddedPostgreSql.start(directory.path())));
    }

    static TestPostgres of(EmbeddedPostgreSql server) {
        return new TestPostgres(server.jdbcUrl("postgres"), server.user(), server.password());
    }

    /** Creates an empty database that no other test knows. */
    public TestDatabase newDatabase() {
        String name = Names.next("test_");
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("No new database at " + jdbcUrl + ": " + e.getMessage(), e);
        }
        return new TestDatabase(urlOf(name), user, password);
    }

    private String urlOf(String database) {
        Matcher url = URL.matcher(jdbcUrl);
        if (!url.matches()) {
            throw new IllegalStateException("Not an address of a PostgreSQL database: " + jdbcUrl);
        }
        return url.group(1) + database + Objects.requireNonNullElse(url.group(2), "");
    }

    @Override
    public String toString() {
        return "TestPostgres[jdbcUrl=" + jdbcUrl + ", user=" + user + "]";
    }
}
