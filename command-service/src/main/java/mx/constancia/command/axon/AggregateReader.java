package mx.constancia.command.axon;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

import mx.constancia.events.RecordedEvent;

/** Reads aggregates from the log outside of any unit of work. */
final class AggregateReader {

    private final EventStore eventStore;

    AggregateReader(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /** The aggregate as it stands in the log; without a state when it does not exist. */
    AggregateRoot<?> read(String streamId) {
        AggregateRoot<?> root = new AggregateRoot<>(streamId, AggregateType.ofStream(streamId));
        DomainEventStream events = eventStore.readEvents(streamId);
        while (events.hasNext()) {
            DomainEventMessage<?> message = events.next();
            switch (message.getPayload()) {
                case RecordedEvent event -> root.evolve(event);
                case StateSnapshot snapshot -> root.restore(snapshot);
                default -> throw new IllegalStateException("not an event of a stream: " + message.getPayloadType());
            }
        }
        return root;
    }
}
