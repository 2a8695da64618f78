package mx.constancia.command.axon;

import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.micrometer.MessageTimerMonitor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;

import mx.constancia.command.eventlog.EventLog;
import mx.constancia.command.eventlog.LogWriter;
import mx.constancia.command.eventlog.SnapshotTable;
import mx.constancia.decision.CommandType;
import mx.constancia.guidelines.CommandCatalog;

/**
 * Puts Axon together by hand, part by part. Axon's own configurer is not on the class path: it is what would start the update
 * checker, which calls the vendor.
 */
@Configuration(proxyBeanMethods = false)
public class AxonConfiguration {

    private static final int LOCK_ATTEMPT_MILLIS = 10;
    private static final int WAITING_SNAPSHOTS = 1000;

    @Bean
    EventStorageEngine eventStorageEngine(EventLog log, LogWriter writer, SnapshotTable snapshots) {
        return new GroupCommitEventStorageEngine(log, writer, snapshots);
    }

    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(EventStorageEngine engine, MeterRegistry registry) {
        return EmbeddedEventStore.builder().storageEngine(engine).messageMonitor(monitor("axon.event.store", registry)).build();
    }

    @Bean
    SimpleCommandBus commandBus(MeterRegistry registry) {
        return SimpleCommandBus.builder()
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .messageMonitor(MessageTimerMonitor.builder().meterNamePrefix("axon.command.bus").meterRegistry(registry)
                        .tagsBuilder(message -> Tags.of("command", ((CommandMessage<?>) message).getCommandName())).build())
                .build();
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService snapshotExecutor() {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_SNAPSHOTS),
                Thread.ofPlatform().name("snapshot-maker").daemon().factory());
    }

    @Bean
    AggregateStore aggregateStore(
            EventStore eventStore, ExecutorService snapshotExecutor, CommandProperties properties, MeterRegistry registry) {
        AggregateCache cache = new AggregateCache(properties.cachedAggregates());
        CaffeineCacheMetrics.monitor(registry, cache.entries(), "aggregates");
        return new AggregateStore(eventStore, cache, locks(properties), new EventCountSnapshotTriggerDefinition(
                new StateSnapshotter(eventStore, snapshotExecutor), properties.snapshotEvery()));
    }

    @Bean
    AxonCommandDispatcher commandDispatcher(CommandBus commandBus, EventStore eventStore, EventLog log, AggregateStore aggregates,
            CommandProperties properties, Clock clock) {
        AgencyDirectory agencies = new AgencyDirectory(log, properties.cachedAggregates(), properties.agencyMaximumAge());
        CommandHandling handling = new CommandHandling(aggregates, new SubmissionJudge(agencies::find, clock, properties.lateAfter()));
        for (CommandType type : CommandCatalog.ALL) {
            commandBus.subscribe(type.name(), handling);
        }
        commandBus.subscribe(SubmissionRun.SEVERAL, handling);
        Rehearsals rehearsals = new Rehearsals(
                new AggregateReader(eventStore), agencies, clock, properties.lateAfter(), properties.rehearsedEvents());
        return new AxonCommandDispatcher(
                commandBus, new Confirmation(log, aggregates, agencies), rehearsals, properties.maxAttempts());
    }

    private static LockFactory locks(CommandProperties properties) {
        return PessimisticLockFactory.builder().lockAttemptTimeout(LOCK_ATTEMPT_MILLIS)
                .acquireAttempts((int) (properties.lockTimeout().toMillis() / LOCK_ATTEMPT_MILLIS) + 2).build();
    }

    private static MessageTimerMonitor monitor(String name, MeterRegistry registry) {
        return MessageTimerMonitor.builder().meterNamePrefix(name).meterRegistry(registry).build();
    }
}
