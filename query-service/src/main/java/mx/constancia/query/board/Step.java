package mx.constancia.query.board;

import java.util.Optional;

import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StoredEvent;
import mx.constancia.history.MechanismState;

/**
 * One event and what it did to its aggregate.
 *
 * @param before the state before; empty when this is the stream's first event
 * @param after  the state after
 * @param stored the event as the log holds it
 * @param event  the event, decoded, with its restricted components
 */
public record Step<S>(Optional<S> before, S after, StoredEvent stored, RecordedEvent event) {

    /** The mechanism after the event; empty when the event is another aggregate's. */
    public Optional<MechanismState> mechanism() {
        return after instanceof MechanismState state ? Optional.of(state) : Optional.empty();
    }

    /** The mechanism before the event; empty when it did not exist or the event is another aggregate's. */
    public Optional<MechanismState> mechanismBefore() {
        return before.map(state -> state instanceof MechanismState mechanism ? mechanism : null);
    }
}
