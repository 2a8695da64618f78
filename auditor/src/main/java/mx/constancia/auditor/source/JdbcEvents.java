package mx.constancia.auditor.source;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Properties;

import mx.constancia.events.StoredEvent;

import org.jspecify.annotations.Nullable;

/** The rows of the event log itself, read in one read-only transaction. */
public final class JdbcEvents implements EventSource {

    private static final int ROWS_AT_ONCE = 256;
    private static final String ROWS = """
            select position, event_id, stream_id, version, type, recorded_at, envelope, public_part, restricted_part,
                   restricted_digest, restricted_salt
            from event_log where position >= ? and position < ? order by position
            """;

    private final String url;
    private final Properties properties = new Properties();

    /** @param url of a PostgreSQL database, {@code jdbc:postgresql:…} */
    public JdbcEvents(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("readOnly", "true");
        properties.setProperty("connectTimeout", Long.toString(Limits.CONNECT.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(Limits.ANSWERED.toSeconds()));
        properties.setProperty("ApplicationName", "constancia-audit");
    }

    @Override
    public String name() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public EventCursor read(long from, long to) {
        try {
            Connection connection = DriverManager.getConnection(url, properties);
            try {
                return new Cursor(connection, from, to);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new SourceException(name(), e);
        }
    }

    @Override
    public void close() {
        // Each cursor has its own connection.
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(), row.getString(7), row.getString(8), row.getString(9),
                row.getString(10), row.getString(11));
    }

    private final class Cursor implements EventCursor {

        private final Connection connection;
        private final ResultSet rows;

        Cursor(Connection connection, long from, long to) throws SQLException {
            this.connection = connection;
            // Rows come in portions only within a transaction.
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            PreparedStatement statement = connection.prepareStatement(ROWS);
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setLong(1, from);
            statement.setLong(2, to);
            this.rows = statement.executeQuery();
        }

        @Override
        public @Nullable Unread next() {
            try {
                if (!rows.next()) {
                    return null;
                }
                StoredEvent event = event(rows);
                return new Unread(event.position(), event.envelope().length() + event.publicPart().length(), () -> event);
            } catch (SQLException e) {
                throw new SourceException(name(), e);
            }
        }

        @Override
        public void close() {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                throw new SourceException(name(), e);
            }
        }
    }
}
