package mx.constancia.command.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The right to relay: a session lock of PostgreSQL on a connection of its own. When the connection is lost, so is the right;
 * the stored position is moved over this connection only, so that nobody else can move it.
 */
final class Leadership implements AutoCloseable {

    private static final long LOCK = 0x636f6e7374616e63L;

    private final Connection connection;

    private Leadership(Connection connection) {
        this.connection = connection;
    }

    /** Empty when another node is the active relay. */
    static Optional<Leadership> tryAcquire(ConnectionSource connections) throws SQLException {
        Connection connection = connections.open();
        boolean acquired = false;
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
                acquired = row.next() && row.getBoolean(1);
            }
            if (acquired) {
                // The server gives the lock to another node when it has not heard from this one for so long.
                statement.execute("set idle_session_timeout = '10s'; set tcp_keepalives_idle = 5; "
                        + "set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3");
                return Optional.of(new Leadership(connection));
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

    /**
     * Shows the server that this node is alive, and sees how far the log is ahead.
     *
     * @throws SQLException when the right is lost
     */
    Lag beat() throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(Lag.QUERY)) {
            row.next();
            return Lag.of(row);
        }
    }

    /**
     * Moves the stored position; every event below it is acknowledged.
     *
     * @throws SQLException when the right is lost, or another node moved it
     */
    void advance(long from, long to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update relay_progress set next_position = ? where name = 'kafka' and next_position = ?")) {
            update.setLong(1, to);
            update.setLong(2, from);
            if (update.executeUpdate() != 1) {
                throw new SQLException("the stored position is not " + from);
            }
        }
    }

    /** Gives the right back. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
