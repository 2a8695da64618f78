package mx.constancia.command.axon;

import java.util.EnumMap;
import java.util.Map;

import org.axonframework.common.lock.LockFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;

import mx.constancia.decision.AggregateKind;

/** The repositories, one for each kind of aggregate, over one cache. */
final class AggregateStore {

    private final Map<AggregateKind, Repository<AggregateRoot<?>>> repositories = new EnumMap<>(AggregateKind.class);
    private final AggregateCache cache;

    AggregateStore(EventStore eventStore, AggregateCache cache, LockFactory locks, SnapshotTriggerDefinition snapshots) {
        this.cache = cache;
        for (AggregateKind kind : AggregateKind.values()) {
            repositories.put(kind, EventSourcingRepository.builder(rootType())
                    .aggregateFactory(new RootFactory(AggregateType.of(kind)))
                    .eventStore(eventStore).cache(cache).lockFactory(locks).snapshotTriggerDefinition(snapshots)
                    .build());
        }
    }

    /** The repository of a kind. It caches: an aggregate may be older than the log. */
    Repository<AggregateRoot<?>> of(AggregateKind kind) {
        return repositories.get(kind);
    }

    /** Forgets an aggregate, so that it is loaded from the log when it is next needed. */
    void evict(String streamId) {
        cache.remove(streamId);
    }

    @SuppressWarnings("unchecked")
    private static Class<AggregateRoot<?>> rootType() {
        return (Class<AggregateRoot<?>>) (Class<?>) AggregateRoot.class;
    }

    private record RootFactory(AggregateType<?> type) implements AggregateFactory<AggregateRoot<?>> {

        @Override
        public AggregateRoot<?> createAggregateRoot(String streamId, DomainEventMessage<?> first) {
            return new AggregateRoot<>(streamId, type);
        }

        @Override
        public Class<AggregateRoot<?>> getAggregateType() {
            return rootType();
        }
    }
}
