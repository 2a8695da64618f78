package mx.constancia.command.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

import mx.constancia.decision.LogUnavailableException;
import mx.constancia.events.StoredEvent;

/**
 * Reads the event log. Every method throws {@link LogUnavailableException} when the database does not answer.
 */
public final class EventLog {

    private static final String NAMES = """
            position, event_id, stream_id, version, type, recorded_at, envelope, public_part, restricted_part, restricted_digest, restricted_salt
            """;
    private static final String COLUMNS = "select " + NAMES + " from event_log ";
    private static final String PAGE = "select " + NAMES + """
            from (select *, sum(octet_length(envelope) + octet_length(public_part) + coalesce(octet_length(restricted_part), 0))
                            over (order by position rows between unbounded preceding and 1 preceding) as before
                  from (select * from event_log where position >= ? order by position limit ?) page) sized
            where before is null or before <= ? order by position""";
    private static final ResultSetExtractor<List<StoredEvent>> EVENTS = new RowMapperResultSetExtractor<>(EventLog::storedEvent);

    private final JdbcOperations template;
    private final JdbcClient jdbc;
    private final AtomicLong lastSeen = new AtomicLong(-1);

    EventLog(JdbcOperations jdbc) {
        this.template = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** The events of a stream from a version on, oldest first, at most so many. */
    public List<StoredEvent> readStream(String streamId, long fromVersion, int limit) {
        return read(() -> jdbc.sql(COLUMNS + "where stream_id = ? and version >= ? order by version limit ?")
                .params(streamId, fromVersion, limit).query(EventLog::storedEvent).list());
    }

    /** The events of the whole log from a position on, in order, at most so many. */
    public List<StoredEvent> readFrom(long position, int limit) {
        return read(() -> jdbc.sql(COLUMNS + "where position >= ? order by position limit ?")
                .params(position, limit).query(EventLog::storedEvent).list());
    }

    /** The same, and no event after those that are together longer than so many bytes. */
    public List<StoredEvent> readFrom(long position, int limit, int maxBytes) {
        return read(() -> jdbc.sql(PAGE).params(position, limit, maxBytes).query(EventLog::storedEvent).list());
    }

    /**
     * Events, and the answer to a question.
     *
     * @param answer absent when the question selects no row
     */
    public record Answered(List<StoredEvent> events, Optional<String> answer) {
    }

    /**
     * The same, and, in the same round trip, what a question says that is asked after they were read.
     *
     * @param question SQL that selects one text or no row
     */
    public Answered readFrom(long position, int limit, int maxBytes, String question) {
        return read(() -> template.execute(PAGE + ";" + question, (PreparedStatementCallback<Answered>) statement -> {
            statement.setLong(1, position);
            statement.setInt(2, limit);
            statement.setInt(3, maxBytes);
            statement.execute();
            List<StoredEvent> events = EVENTS.extractData(statement.getResultSet());
            statement.getMoreResults();
            ResultSet answer = statement.getResultSet();
            return new Answered(events, answer.next() ? Optional.of(answer.getString(1)) : Optional.empty());
        }));
    }

    /** The position of the last event; -1 when the log is empty. */
    public long headPosition() {
        long head = read(() -> jdbc.sql("select next_position - 1 from log_head").query(Long.class).single());
        seen(head);
        return head;
    }

    /** The number of events in a stream; 0 when it does not exist. */
    public long versionOf(String streamId) {
        return read(() -> jdbc.sql("select coalesce(max(version), 0) from event_log where stream_id = ?")
                .param(streamId).query(Long.class).single());
    }

    /** What was recorded with an account's idempotency key. */
    public Optional<Receipt> receipt(String actorId, String idempotencyKey) {
        return read(() -> jdbc.sql("""
                select fingerprint, stream_id, first_position, event_count, version, recorded_at
                from command_receipt where actor_id = ? and idempotency_key = ?""")
                .params(actorId, idempotencyKey).query(EventLog::storedReceipt).optional());
    }

    /** What was recorded with an account's idempotency keys, by key. */
    public Map<String, Receipt> receipts(String actorId, Collection<String> idempotencyKeys) {
        Map<String, Receipt> receipts = new HashMap<>();
        if (!idempotencyKeys.isEmpty()) {
            read(() -> {
                jdbc.sql("""
                        select fingerprint, stream_id, first_position, event_count, version, recorded_at, idempotency_key
                        from command_receipt where actor_id = ? and idempotency_key = any(?)""")
                        .params(actorId, idempotencyKeys.toArray(String[]::new))
                        .query((row, number) -> receipts.put(row.getString(7), storedReceipt(row, number))).list();
                return null;
            });
        }
        return receipts;
    }

    /** The last position that this node has heard of, without asking the database. */
    long lastSeenPosition() {
        return lastSeen.get();
    }

    void seen(long position) {
        lastSeen.accumulateAndGet(position, Math::max);
    }

    private static <T> T read(Supplier<T> query) {
        try {
            return query.get();
        } catch (InvalidDataAccessResourceUsageException e) {
            throw e;
        } catch (DataAccessException e) {
            throw new LogUnavailableException("the event log cannot be read", e);
        }
    }

    private static StoredEvent storedEvent(ResultSet row, int number) throws SQLException {
        return new StoredEvent(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5),
                instant(row, 6), row.getString(7), row.getString(8), row.getString(9),
                row.getString(10), row.getString(11));
    }

    private static Receipt storedReceipt(ResultSet row, int number) throws SQLException {
        return new Receipt(row.getString(1), row.getString(2), row.getLong(3), row.getInt(4), row.getLong(5), instant(row, 6));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
