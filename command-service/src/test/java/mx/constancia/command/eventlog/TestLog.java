package mx.constancia.command.eventlog;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import mx.constancia.command.LogDatabase;

/** The event log of one node. */
public final class TestLog implements AutoCloseable {

    private static final String ENVELOPE = """
            {"occurredOn":"2019-05-02","timeZone":"America/Mexico_City","agencyId":"secretaria",\
            "actor":{"userId":"u","role":"RESPONSIBLE_UNIT","agencyId":"secretaria"},"rulebookId":"SEGOB-2017",\
            "recordMode":"HISTORICAL","visibility":"RESTRICTED","correlationId":"correlation","causationId":"command"}""";

    public final HikariDataSource dataSource;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final CommitSignal committed = new CommitSignal();
    public final EventLog log;
    public final LogWriter writer;

    private TestLog(LogDatabase database, Clock clock) {
        dataSource = database.asService();
        log = new EventLog(new JdbcTemplate(dataSource));
        writer = new EventLogConfiguration().logWriter(dataSource, clock, log, committed,
                new EventLogProperties(LogDatabase.ROLE, 1000, 100, 1_000_000, Duration.ofSeconds(10)), meters);
        writer.start();
    }

    public static TestLog on(LogDatabase database) {
        return on(database, Clock.systemUTC());
    }

    static TestLog on(LogDatabase database, Clock clock) {
        return new TestLog(database, clock);
    }

    /** Some events, each with a public and a restricted part. */
    public static Append append(String streamId, long version, int events) {
        return append(streamId, version, events, null);
    }

    static Append append(String streamId, long version, int events, @Nullable ReceiptKey key) {
        List<NewEvent> list = IntStream.range(0, events).mapToObj(i -> new NewEvent(UUID.randomUUID().toString(), "test.noted.v1",
                ENVELOPE, "{\"number\":" + i + "}", "{\"secret\":\"s\"}")).toList();
        return new Append(streamId, version, list, key);
    }

    @Override
    public void close() {
        writer.stop();
        dataSource.close();
    }
}
