package mx.constancia.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a benchmark asks a service's database beside the service. */
final class Queries {

    private static final long POLL_MILLIS = 5;

    private Queries() {
    }

    /** A query's one whole number. */
    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Waits until a query's one truth value is true. */
    static void await(Connection connection, String condition) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            boolean met = false;
            while (!met) {
                try (ResultSet row = statement.executeQuery(condition)) {
                    row.next();
                    met = row.getBoolean(1);
                }
                Thread.sleep(met ? 0 : POLL_MILLIS);
            }
        }
    }
}
