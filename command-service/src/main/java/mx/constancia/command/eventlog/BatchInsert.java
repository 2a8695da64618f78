package mx.constancia.command.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/** Writes a batch of appends in one round trip and one commit. */
final class BatchInsert {

    private static final String CALL = "select * from append_batch(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final DataSource dataSource;
    private final Clock clock;

    BatchInsert(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Each stream and each idempotency key occurs at most once.
     *
     * @return one result for each append, in order; all of them are committed
     * @throws SQLException when nothing was recorded, or, if the connection broke, when that is unknown
     */
    List<AppendResult> write(List<Append> appends) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement call = connection.prepareStatement(CALL)) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            call.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            call.setArray(2, connection.createArrayOf("text", column(appends, Append::streamId)));
            call.setArray(3, connection.createArrayOf("int8", column(appends, Append::version)));
            call.setArray(4, connection.createArrayOf("int4", column(appends, append -> append.events().size())));
            call.setArray(5, connection.createArrayOf("text", keys(appends, ReceiptKey::actorId)));
            call.setArray(6, connection.createArrayOf("text", keys(appends, ReceiptKey::idempotencyKey)));
            call.setArray(7, connection.createArrayOf("text", keys(appends, ReceiptKey::fingerprint)));
            List<Line> lines = lines(appends);
            call.setArray(8, connection.createArrayOf("int4", column(lines, Line::append)));
            call.setArray(9, connection.createArrayOf("int4", column(lines, Line::offset)));
            call.setArray(10, connection.createArrayOf("text", column(lines, line -> line.event().eventId())));
            call.setArray(11, connection.createArrayOf("text", column(lines, line -> line.event().type())));
            call.setArray(12, connection.createArrayOf("text", column(lines, line -> line.event().envelope())));
            call.setArray(13, connection.createArrayOf("text", column(lines, line -> line.event().publicPart())));
            call.setArray(14, connection.createArrayOf("text", column(lines, line -> line.event().restrictedPart())));
            call.setArray(15, connection.createArrayOf("text", column(lines, line -> line.event().restrictedDigest())));
            call.setArray(16, connection.createArrayOf("text", column(lines, line -> line.event().restrictedSalt())));
            try (ResultSet rows = call.executeQuery()) {
                return results(rows);
            }
        }
    }

    private record Line(int append, int offset, NewEvent event) {
    }

    private static List<Line> lines(List<Append> appends) {
        List<Line> lines = new ArrayList<>();
        for (int append = 0; append < appends.size(); append++) {
            List<NewEvent> events = appends.get(append).events();
            for (int offset = 0; offset < events.size(); offset++) {
                lines.add(new Line(append + 1, offset, events.get(offset)));
            }
        }
        return lines;
    }

    private static <T> @Nullable Object[] column(List<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream().map(value).toArray();
    }

    private static @Nullable Object[] keys(List<Append> appends, Function<ReceiptKey, String> value) {
        return column(appends, append -> append.receiptKey() == null ? null : value.apply(append.receiptKey()));
    }

    private static List<AppendResult> results(ResultSet rows) throws SQLException {
        List<AppendResult> results = new ArrayList<>();
        while (rows.next()) {
            results.add(switch (rows.getString("outcome")) {
                case "APPENDED" -> new AppendResult.Appended(rows.getLong("first_position"),
                        rows.getObject("recorded_at", OffsetDateTime.class).toInstant());
                case "VERSION_TAKEN" -> new AppendResult.VersionTaken(rows.getLong("current_version"));
                case "KEY_TAKEN" -> new AppendResult.KeyTaken();
                case String other -> throw new SQLException("append_batch answered " + other);
            });
        }
        return results;
    }
}
