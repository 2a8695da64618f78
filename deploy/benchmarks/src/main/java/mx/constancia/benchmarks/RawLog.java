package mx.constancia.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/**
 * The least that a durable log costs: the bytes of an event and of its receipt in two tables, written without judging anything.
 * Either each writer inserts and commits for itself, or one thread commits for all who wait.
 */
final class RawLog implements AutoCloseable {

    private static final int BATCH = 500;

    private final String jdbcUrl;
    private final String user;
    private final String password;
    private final String envelope;
    private final String open;
    private final BlockingQueue<Row> waiting = new ArrayBlockingQueue<>(2000);
    private final Thread writer;
    private long position;

    private record Row(String id, String stream, CompletableFuture<Void> done) {
    }

    /** @param envelope and {@code open} are the texts of an event of the size that is compared */
    RawLog(String jdbcUrl, String user, String password, String envelope, String open) throws SQLException {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
        this.envelope = envelope;
        this.open = open;
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table raw_event (position bigserial primary key, event_id text, stream_id text, version bigint, type text,
                        recorded_at timestamptz, envelope text, public_part text);
                    create table raw_receipt (actor_id text, idempotency_key text, fingerprint text, stream_id text, first_position bigint,
                        event_count int, version bigint, recorded_at timestamptz, primary key (actor_id, idempotency_key));
                    create unique index on raw_event (stream_id, version, event_id)""");
        }
        writer = Thread.ofPlatform().daemon().start(this::write);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** A writer of its own connection: one insert of each kind and one commit for each event, in one round trip. */
    Drive.Operation alone(String stream) throws SQLException {
        Connection connection = connect();
        PreparedStatement insert = connection.prepareStatement("""
                with event as (insert into raw_event (event_id, stream_id, version, type, recorded_at, envelope, public_part)
                    values (?, ?, 1, 'mechanism.member-appointed.v1', now(), ?, ?) returning position)
                insert into raw_receipt select 'oficial-1', ?, ?, ?, position, 1, 1, now() from event""");
        return Drive.Operation.with(connection, () -> {
            String id = UUID.randomUUID().toString();
            insert.setString(1, id);
            insert.setString(2, stream);
            insert.setString(3, envelope);
            insert.setString(4, open);
            insert.setString(5, id);
            insert.setString(6, id.replace("-", "").repeat(2));
            insert.setString(7, stream);
            insert.executeUpdate();
        });
    }

    /** A writer that waits until the common one has committed. */
    Drive.Operation together(String stream) {
        return () -> {
            Row row = new Row(UUID.randomUUID().toString(), stream, new CompletableFuture<>());
            waiting.put(row);
            row.done().get();
        };
    }

    private void write() {
        try (Connection connection = connect(); PreparedStatement insert = connection.prepareStatement("""
                with rows as (select * from unnest(?::text[], ?::text[], ?::text[], ?::text[]) with ordinality as r (id, stream, envelope, open, ix)),
                events as (insert into raw_event (position, event_id, stream_id, version, type, recorded_at, envelope, public_part)
                    select ? + ix, id, stream, 1, 'mechanism.member-appointed.v1', now(), envelope, open from rows)
                insert into raw_receipt
                    select 'oficial-1', id, repeat(replace(id, '-', ''), 2), stream, ? + ix, 1, 1, now() from rows""")) {
            while (!Thread.interrupted()) {
                List<Row> rows = new ArrayList<>();
                rows.add(waiting.take());
                waiting.drainTo(rows, BATCH - 1);
                insert.setArray(1, connection.createArrayOf("text", rows.stream().map(Row::id).toArray()));
                insert.setArray(2, connection.createArrayOf("text", rows.stream().map(Row::stream).toArray()));
                insert.setArray(3, connection.createArrayOf("text", rows.stream().map(row -> envelope).toArray()));
                insert.setArray(4, connection.createArrayOf("text", rows.stream().map(row -> open).toArray()));
                insert.setLong(5, (1L << 40) + position);
                insert.setLong(6, (1L << 40) + position);
                insert.executeUpdate();
                position += rows.size();
                rows.forEach(row -> row.done().complete(null));
            }
        } catch (InterruptedException e) {
            // Closed.
        } catch (SQLException e) {
            waiting.forEach(row -> row.done().completeExceptionally(e));
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        writer.interrupt();
        writer.join();
    }
}
