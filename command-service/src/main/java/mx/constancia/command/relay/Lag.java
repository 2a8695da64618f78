package mx.constancia.command.relay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * How far Kafka is behind the log.
 *
 * @param end          position after the last event of the log
 * @param next         position of the first event that is not known to be in Kafka
 * @param oldestUnsent when the log took that event; null when there is none
 */
record Lag(long end, long next, @Nullable Instant oldestUnsent) {

    static final String QUERY = """
            select h.next_position, p.next_position, (select e.recorded_at from event_log e where e.position = p.next_position)
            from log_head h, relay_progress p where p.name = 'kafka'""";

    static final Lag NONE = new Lag(0, 0, null);

    static Lag of(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime oldest = row.getObject(3, OffsetDateTime.class);
        return new Lag(row.getLong(1), row.getLong(2), oldest == null ? null : oldest.toInstant());
    }

    long events() {
        return end - next;
    }

    double seconds(Clock clock) {
        return oldestUnsent == null ? 0 : Math.max(0, Duration.between(oldestUnsent, clock.instant()).toMillis() / 1000.0);
    }
}
