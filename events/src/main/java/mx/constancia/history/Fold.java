package mx.constancia.history;

import java.util.Optional;

import mx.constancia.events.RecordedEvent;

/**
 * The life of one aggregate: {@code evolve(state, event) -> state}. Pure and total; it reads public components only, so
 * that everyone who folds the same events reaches the same state.
 *
 * @param <S> the state, an immutable record
 */
@FunctionalInterface
public interface Fold<S> {

    /**
     * The state after one more event.
     *
     * @param state the state before; empty when this is the stream's first event
     * @param event the stream's next event
     */
    S evolve(Optional<S> state, RecordedEvent event);

    /** The state after a whole history, oldest first; empty for no events. */
    default Optional<S> replay(Iterable<RecordedEvent> events) {
        Optional<S> state = Optional.empty();
        for (RecordedEvent event : events) {
            state = Optional.of(evolve(state, event));
        }
        return state;
    }
}
