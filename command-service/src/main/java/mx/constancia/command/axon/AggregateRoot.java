package mx.constancia.command.axon;

import java.util.List;
import java.util.Optional;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StreamId;

/** Any aggregate, as Axon sees it: a stream's id and an immutable state that events evolve. */
final class AggregateRoot<S> {

    @AggregateIdentifier
    private final String streamId;
    private final AggregateType<S> type;
    private Optional<S> state;
    private long version;

    AggregateRoot(String streamId, AggregateType<S> type) {
        this.streamId = streamId;
        this.type = type;
        this.state = type.beginning().apply(StreamId.idOf(streamId));
    }

    String streamId() {
        return streamId;
    }

    /** Empty before the first event, where the aggregate has to be created. */
    Optional<S> state() {
        return state;
    }

    /** Whose facts these are; only when there is a state. */
    Responsibility responsibility() {
        return type.responsibility().apply(state.orElseThrow());
    }

    /** Number of events. */
    long version() {
        return version;
    }

    /** Applies events within a unit of work; they are recorded when it commits. */
    void apply(List<RecordedEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void evolve(RecordedEvent event) {
        state = Optional.of(type.fold().evolve(state, event));
        version = event.version();
    }

    @EventSourcingHandler
    void restore(StateSnapshot snapshot) {
        state = Optional.of(type.state().cast(snapshot.state()));
        version = snapshot.version();
    }
}
