package mx.constancia.command.election;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import com.zaxxer.hikari.HikariDataSource;

/** Opens connections that no pool takes back. */
@FunctionalInterface
public interface ConnectionSource {

    /** A new connection; the caller closes it. */
    Connection open() throws SQLException;

    /** Connections as a pool makes them for itself. */
    static ConnectionSource like(HikariDataSource pool) {
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        properties.setProperty("user", pool.getUsername());
        properties.setProperty("password", pool.getPassword() == null ? "" : pool.getPassword());
        return () -> {
            Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), properties);
            try (Statement statement = connection.createStatement()) {
                statement.execute(pool.getConnectionInitSql());
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        };
    }
}
