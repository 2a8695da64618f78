package mx.constancia.command.axon;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;

import mx.constancia.events.EventCodec;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.StoredEvent;
import mx.constancia.events.StreamId;

/** Stored events and snapshots as messages. Axon's sequence number is the version less one. */
final class EventMessages {

    private EventMessages() {
    }

    static DomainEventMessage<RecordedEvent> of(StoredEvent stored) {
        return new GenericDomainEventMessage<>(typeOf(stored.streamId()), stored.streamId(), stored.version() - 1,
                EventCodec.decode(stored), MetaData.emptyInstance(), stored.eventId(), stored.recordedAt());
    }

    static TrackedEventMessage<RecordedEvent> tracked(StoredEvent stored) {
        return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(stored.position()), of(stored));
    }

    static DomainEventMessage<StateSnapshot> of(String streamId, StateSnapshot snapshot) {
        return new GenericDomainEventMessage<>(typeOf(streamId), streamId, snapshot.version() - 1, snapshot);
    }

    private static String typeOf(String streamId) {
        return streamId.substring(0, streamId.length() - StreamId.idOf(streamId).length() - 1);
    }
}
