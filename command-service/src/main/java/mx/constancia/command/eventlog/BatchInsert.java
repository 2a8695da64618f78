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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/** Writes a batch of appends in one round trip and one commit. */
final class BatchInsert {

    private static final String CALL =
            "select * from append_fitting(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

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
            List<Append> runs = runs(appends);
            call.setObject(2, texts(runs, Append::streamId));
            call.setObject(3, runs.stream().mapToLong(Append::version).toArray());
            call.setObject(4, texts(appends, Append::streamId));
            call.setObject(5, appends.stream().mapToLong(Append::version).toArray());
            call.setObject(6, appends.stream().mapToInt(append -> append.events().size()).toArray());
            List<Line> lines = lines(appends);
            call.setObject(7, IntStream.range(0, lines.size()).filter(place -> lines.get(place).offset() == 0).toArray());
            call.setObject(8, keys(appends, ReceiptKey::actorId));
            call.setObject(9, keys(appends, ReceiptKey::idempotencyKey));
            call.setObject(10, keys(appends, ReceiptKey::fingerprint));
            call.setObject(11, lines.stream().mapToInt(Line::number).toArray());
            call.setObject(12, lines.stream().mapToInt(Line::offset).toArray());
            call.setObject(13, texts(lines, line -> line.append().streamId()));
            call.setObject(14, lines.stream().mapToLong(line -> line.append().version() + line.offset() + 1).toArray());
            call.setObject(15, texts(lines, line -> line.event().eventId()));
            call.setObject(16, texts(lines, line -> line.event().type()));
            call.setObject(17, texts(lines, line -> line.event().envelope()));
            call.setObject(18, texts(lines, line -> line.event().publicPart()));
            call.setObject(19, texts(lines, line -> line.event().restrictedPart()));
            call.setObject(20, texts(lines, line -> line.event().restrictedDigest()));
            call.setObject(21, texts(lines, line -> line.event().restrictedSalt()));
            try (ResultSet rows = call.executeQuery()) {
                return results(rows);
            }
        }
    }

    /** The first append of each run. */
    private static List<Append> runs(List<Append> appends) {
        Set<String> streams = new HashSet<>();
        return appends.stream().filter(append -> streams.add(append.streamId())).toList();
    }

    /**
     * An event of a batch.
     *
     * @param number the 1-based place of its append
     * @param offset its 0-based place among those of its append
     */
    private record Line(Append append, int number, int offset, NewEvent event) {
    }

    private static List<Line> lines(List<Append> appends) {
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < appends.size(); place++) {
            Append append = appends.get(place);
            for (int offset = 0; offset < append.events().size(); offset++) {
                lines.add(new Line(append, place + 1, offset, append.events().get(offset)));
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
                case String other -> throw new SQLException("the log answered " + other);
            });
        }
        return results;
    }
}
