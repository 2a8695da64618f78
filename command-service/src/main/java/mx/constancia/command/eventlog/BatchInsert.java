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
            call.setObject(2, texts(appends, Append::streamId));
            call.setObject(3, appends.stream().mapToLong(Append::version).toArray());
            call.setObject(4, appends.stream().mapToInt(append -> append.events().size()).toArray());
            call.setObject(5, keys(appends, ReceiptKey::actorId));
            call.setObject(6, keys(appends, ReceiptKey::idempotencyKey));
            call.setObject(7, keys(appends, ReceiptKey::fingerprint));
            List<Line> lines = lines(appends);
            call.setObject(8, lines.stream().mapToInt(Line::append).toArray());
            call.setObject(9, lines.stream().mapToInt(Line::offset).toArray());
            call.setObject(10, texts(lines, line -> line.event().eventId()));
            call.setObject(11, texts(lines, line -> line.event().type()));
            call.setObject(12, texts(lines, line -> line.event().envelope()));
            call.setObject(13, texts(lines, line -> line.event().publicPart()));
            call.setObject(14, texts(lines, line -> line.event().restrictedPart()));
            call.setObject(15, texts(lines, line -> line.event().restrictedDigest()));
            call.setObject(16, texts(lines, line -> line.event().restrictedSalt()));
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

    /** As an array of this very type the driver sends it in binary form; any other it would quote, character by character. */
    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String[] keys(List<Append> appends, Function<ReceiptKey, String> value) {
        return texts(appends, append -> append.receiptKey() == null ? null : value.apply(append.receiptKey()));
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
