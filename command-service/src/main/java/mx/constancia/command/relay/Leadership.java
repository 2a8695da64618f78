package mx.constancia.command.relay;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import mx.constancia.command.election.ConnectionSource;
import mx.constancia.command.election.SessionLock;

/**
 * The right to relay. The stored position is moved over the connection that holds it only, so that nobody else can move it.
 */
final class Leadership implements AutoCloseable {

    private static final long LOCK = 0x636f6e7374616e63L;

    /** Does not wait for the disk: when the database forgets it in a crash, events are sent again, as after a crash before it. */
    private static final String ADVANCE = """
            update relay_progress set next_position = ? from set_config('synchronous_commit', 'off', true)
            where name = 'kafka' and next_position = ?""";

    private final SessionLock lock;

    private Leadership(SessionLock lock) {
        this.lock = lock;
    }

    /** Empty when another node is the active relay. */
    static Optional<Leadership> tryAcquire(ConnectionSource connections) throws SQLException {
        return SessionLock.tryAcquire(connections, LOCK).map(Leadership::new);
    }

    /**
     * Shows the server that this node is alive, and sees how far the log is ahead.
     *
     * @throws SQLException when the right is lost
     */
    Lag beat() throws SQLException {
        try (Statement statement = lock.connection().createStatement(); ResultSet row = statement.executeQuery(Lag.QUERY)) {
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
        try (PreparedStatement update = lock.connection().prepareStatement(ADVANCE)) {
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
        lock.close();
    }
}
