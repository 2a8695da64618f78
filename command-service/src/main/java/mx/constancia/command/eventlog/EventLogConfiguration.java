package mx.constancia.command.eventlog;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.micrometer.core.instrument.MeterRegistry;

import mx.constancia.decision.LogUnavailableException;

/** Puts the event log together. */
@Configuration(proxyBeanMethods = false)
public class EventLogConfiguration {

    /** Below the web server's phases: the server ends its requests before the writer stops. */
    public static final int WRITER_PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    @Bean
    EventLog eventLog(JdbcOperations jdbc) {
        return new EventLog(jdbc);
    }

    @Bean
    SealRestrictedParts sealRestrictedParts() {
        return new SealRestrictedParts();
    }

    @Bean
    SnapshotTable snapshotTable(JdbcClient jdbc) {
        return new SnapshotTable(jdbc);
    }

    @Bean
    CommitSignal commitSignal() {
        return new CommitSignal();
    }

    @Bean
    LogWriter logWriter(DataSource dataSource, Clock clock, EventLog eventLog, CommitSignal committed, EventLogProperties properties,
            MeterRegistry registry) {
        AppendQueue queue = new AppendQueue(properties.queueCapacity(), properties.maxBatchAppends(), properties.maxBatchLength());
        LogMetrics metrics = new LogMetrics(registry, eventLog, queue);
        BatchWriter batches = new BatchWriter(new BatchInsert(dataSource, clock), metrics, eventLog, committed);
        return new LogWriter(queue, batches, metrics, eventLog, properties.appendTimeout());
    }

    @Bean
    HealthIndicator eventLogHealthIndicator(EventLog eventLog) {
        return () -> {
            try {
                return Health.up().withDetail("position", eventLog.headPosition()).build();
            } catch (LogUnavailableException e) {
                return Health.down(e).build();
            }
        };
    }
}
