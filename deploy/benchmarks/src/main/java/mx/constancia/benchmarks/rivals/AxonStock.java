package mx.constancia.benchmarks.rivals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.interceptors.TransactionManagingInterceptor;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.serialization.json.JacksonSerializer;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Axon Framework with its JDBC storage: an annotated aggregate, one transaction for each command, events in JSON with the
 * trail as their metadata. As it comes, each command reads the events of its aggregate; with aggregates in memory none does. The
 * past is read and folded event by event.
 */
public final class AxonStock implements Alternative {

    private final HikariDataSource pool;
    private final SimpleCommandBus commands;
    private final EmbeddedEventStore events;

    /** On an empty database, as it comes. */
    public static AxonStock asItComes(String jdbcUrl, String user, String password) {
        return new AxonStock(jdbcUrl, user, password, NoCache.INSTANCE);
    }

    /** On an empty database, with all aggregates in memory. */
    public static AxonStock withAggregatesInMemory(String jdbcUrl, String user, String password) {
        return new AxonStock(jdbcUrl, user, password, new AggregatesInMemory());
    }

    private AxonStock(String jdbcUrl, String user, String password, Cache cache) {
        pool = Pool.of(jdbcUrl, user, password);
        TransactionManager transactions = transactions(new DataSourceTransactionManager(pool));
        ConnectionProvider connections = new TransactionAwareDataSourceProxy(pool)::getConnection;
        JacksonSerializer json = JacksonSerializer.builder().objectMapper(new ObjectMapper()).build();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder().connectionProvider(connections).transactionManager(transactions)
                .eventSerializer(json).snapshotSerializer(json).dataType(byte[].class).build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        events = EmbeddedEventStore.builder().storageEngine(engine).build();
        commands = SimpleCommandBus.builder().build();
        commands.registerHandlerInterceptor(new TransactionManagingInterceptor<>(transactions));
        EventSourcingRepository<AxonMechanism> repository = EventSourcingRepository.builder(AxonMechanism.class)
                .eventStore(events).cache(cache).build();
        AggregateAnnotationCommandHandler.<AxonMechanism>builder().aggregateType(AxonMechanism.class).repository(repository).build()
                .subscribe(commands);
    }

    private static TransactionManager transactions(DataSourceTransactionManager spring) {
        return () -> {
            TransactionStatus status = spring.getTransaction(TransactionDefinition.withDefaults());
            return new Transaction() {

                @Override
                public void commit() {
                    spring.commit(status);
                }

                @Override
                public void rollback() {
                    spring.rollback(status);
                }
            };
        };
    }

    @Override
    public void begin(String mechanismId) {
        send(new AxonMechanism.Begin(mechanismId));
    }

    @Override
    public void appoint(String mechanismId, String seatId) {
        send(new AxonMechanism.Appoint(mechanismId, Member.of(seatId)));
    }

    private void send(Object command) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        commands.dispatch(new GenericCommandMessage<>(command, Trail.ofRequest().asMap()), answer);
        var result = answer.getResult();
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
    }

    @Override
    public List<Change> timeline(String mechanismId) {
        return appointments(mechanismId).map(event -> new Change(event.getTimestamp(), text(event, "actor"), text(event, "legalBasis"),
                ((AxonMechanism.Appointed) event.getPayload()).member())).toList();
    }

    @Override
    public String momentAfter(String mechanismId, int appointments) {
        return Long.toString(appointments(mechanismId).skip(appointments - 1).findFirst().orElseThrow().getSequenceNumber());
    }

    @Override
    public List<Member> membersAt(String mechanismId, String moment) {
        long last = Long.parseLong(moment);
        List<Member> members = new ArrayList<>();
        appointments(mechanismId).takeWhile(event -> event.getSequenceNumber() <= last)
                .forEach(event -> members.add(((AxonMechanism.Appointed) event.getPayload()).member()));
        return members;
    }

    /** Lazily: the payload of an event is decoded when it is asked for. */
    private Stream<? extends DomainEventMessage<?>> appointments(String mechanismId) {
        return events.readEvents(mechanismId, 1).asStream();
    }

    private static String text(DomainEventMessage<?> event, String name) {
        return Objects.toString(event.getMetaData().get(name));
    }

    @Override
    public void close() {
        events.shutDown();
        pool.close();
    }
}
