package mx.constancia.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import mx.constancia.events.StoredEvent;

/** The table of events, read without the service. */
final class StoredLog {

    private static final String COLUMNS = "position, event_id, stream_id, version, type, recorded_at, envelope, public_part, restricted_part, "
            + "restricted_digest, restricted_salt";

    private StoredLog() {
    }

    /** All events of a small log, in their order. */
    static List<StoredEvent> read(Connection connection) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + COLUMNS + " from event_log order by position")) {
            while (row.next()) {
                events.add(new StoredEvent(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(), row.getString(7), row.getString(8), row.getString(9),
                        row.getString(10), row.getString(11)));
            }
        }
        return events;
    }
}
