package mx.constancia.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;

import com.zaxxer.hikari.HikariDataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import mx.constancia.command.axon.AxonConfiguration;
import mx.constancia.command.axon.CommandProperties;
import mx.constancia.command.eventlog.EventLog;
import mx.constancia.command.eventlog.EventLogConfiguration;
import mx.constancia.command.eventlog.EventLogProperties;
import mx.constancia.decision.CommandDispatcher;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Submission;

/** A node of the service without its network side: event log and command handling, wired as in production. */
public final class TestNode implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private TestNode(LogDatabase database, Clock clock, int snapshotEvery) {
        HikariDataSource dataSource = database.asService();
        context.registerBean(HikariDataSource.class, () -> dataSource);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(EventLogProperties.class,
                () -> new EventLogProperties(LogDatabase.ROLE, 1000, 100, 1_000_000, Duration.ofSeconds(8)));
        context.registerBean(CommandProperties.class, () -> new CommandProperties(
                1000, Duration.ofSeconds(5), Duration.ofSeconds(10), 100, snapshotEvery, Period.ofDays(30)));
        context.register(EventLogConfiguration.class, AxonConfiguration.class);
        context.refresh();
    }

    public static TestNode on(LogDatabase database) {
        return new TestNode(database, Clock.systemUTC(), 500);
    }

    public static TestNode on(LogDatabase database, Clock clock) {
        return new TestNode(database, clock, 500);
    }

    public static TestNode withSnapshotsEvery(int events, LogDatabase database) {
        return new TestNode(database, Clock.systemUTC(), events);
    }

    public Outcome dispatch(Submission submission) {
        return context.getBean(CommandDispatcher.class).dispatch(submission);
    }

    public EventLog log() {
        return context.getBean(EventLog.class);
    }

    public MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
