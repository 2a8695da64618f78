package mx.constancia.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import mx.constancia.command.axon.AxonConfiguration;
import mx.constancia.command.axon.CommandProperties;
import mx.constancia.command.eventlog.EventLog;
import mx.constancia.command.eventlog.EventLogConfiguration;
import mx.constancia.command.eventlog.EventLogProperties;
import mx.constancia.decision.CommandDispatcher;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.RunDispatcher;
import mx.constancia.decision.Outcome.Recorded;
import mx.constancia.decision.Submission;

/** A node of the service without its network side: event log and command handling, wired as in production. */
public final class TestNode implements AutoCloseable {

    private static final int SNAPSHOT_EVERY = 500;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private TestNode(LogDatabase database, Clock clock, int snapshotEvery) {
        context.registerBean(HikariDataSource.class, database::asService);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(context.getBean(HikariDataSource.class)));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(context.getBean(JdbcTemplate.class)));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(EventLogProperties.class,
                () -> new EventLogProperties(LogDatabase.ROLE, 1000, 100, 1_000_000, Duration.ofSeconds(8)));
        context.registerBean(CommandProperties.class, () -> new CommandProperties(
                1000, Duration.ofSeconds(5), Duration.ofSeconds(20), 100, snapshotEvery, Period.ofDays(30), 1000));
        context.register(EventLogConfiguration.class, AxonConfiguration.class);
        context.refresh();
    }

    public static TestNode on(LogDatabase database) {
        return new TestNode(database, Clock.systemUTC(), SNAPSHOT_EVERY);
    }

    public static TestNode on(LogDatabase database, Clock clock) {
        return new TestNode(database, clock, SNAPSHOT_EVERY);
    }

    public static TestNode withSnapshotsEvery(int events, LogDatabase database) {
        return new TestNode(database, Clock.systemUTC(), events);
    }

    public List<Outcome> dispatch(List<Submission> run) {
        return part(RunDispatcher.class).dispatch(run);
    }

    public Outcome dispatch(Submission submission) {
        return part(CommandDispatcher.class).dispatch(submission);
    }

    /** For what must be recorded for a test to make sense. */
    public Recorded record(Submission submission) {
        Outcome outcome = dispatch(submission);
        if (outcome instanceof Recorded recorded) {
            return recorded;
        }
        throw new AssertionError("not recorded: " + outcome);
    }

    public EventLog log() {
        return part(EventLog.class);
    }

    /** A part of the node. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
