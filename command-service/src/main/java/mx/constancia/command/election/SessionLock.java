package mx.constancia.command.election;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The right to a task: a session lock of PostgreSQL on a connection of its own. When the connection is lost, so is the right;
 * what only the elected node may write is written over this connection.
 */
public final class SessionLock implements AutoCloseable {

    private final Connection connection;

    private SessionLock(Connection connection) {
        this.connection = connection;
    }

    /** Empty when another node has the right. */
    public static Optional<SessionLock> tryAcquire(ConnectionSource connections, long key) throws SQLException {
        Connection connection = connections.open();
        boolean acquired = false;
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + key + ")")) {
                acquired = row.next() && row.getBoolean(1);
            }
            if (acquired) {
                // The server gives the lock to another node when it has not heard from this one for so long.
                statement.execute("set idle_session_timeout = '10s'; set tcp_keepalives_idle = 5; "
                        + "set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3");
                return Optional.of(new SessionLock(connection));
            }
            return Optional.empty();
        } catch (SQLException e) {
            acquired = false;
            throw e;
        } finally {
            if (!acquired) {
                connection.close();
            }
        }
    }

    /** The connection that holds the lock. To be used within every ten seconds. */
    public Connection connection() {
        return connection;
    }

    /** Gives the right back. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
