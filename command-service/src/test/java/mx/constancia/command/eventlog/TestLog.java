package mx.constancia.command.eventlog;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import mx.constancia.command.LogDatabase;

/** The event log of one node. */
final class TestLog implements AutoCloseable {

    final HikariDataSource dataSource;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final EventLog log;
    final LogWriter writer;

    private TestLog(LogDatabase database, Clock clock) {
        dataSource = database.asService();
        log = new EventLog(JdbcClient.create(dataSource));
        writer = EventLogConfiguration.writer(dataSource, clock, log, new CommitSignal(),
                new EventLogProperties(LogDatabase.ROLE, 1000, 100, 1_000_000, Duration.ofSeconds(10)), meters);
        writer.start();
    }

    static TestLog on(LogDatabase database) {
        return on(database, Clock.systemUTC());
    }

    static TestLog on(LogDatabase database, Clock clock) {
        return new TestLog(database, clock);
    }

    static Append append(String streamId, long version, int events) {
        return append(streamId, version, events, null);
    }

    static Append append(String streamId, long version, int events, @Nullable ReceiptKey key) {
        List<NewEvent> list = IntStream.range(0, events).mapToObj(i -> new NewEvent(UUID.randomUUID().toString(), "test.noted.v1",
                "{\"number\":" + i + "}", "{\"text\":\"" + streamId + "\"}", null)).toList();
        return new Append(streamId, version, list, key);
    }

    @Override
    public void close() {
        writer.close();
        dataSource.close();
    }
}
