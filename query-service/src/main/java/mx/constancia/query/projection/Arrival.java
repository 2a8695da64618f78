package mx.constancia.query.projection;

import mx.constancia.events.StoredEvent;
import mx.constancia.query.store.SlottedEvent;

/** An event and where in the topic it was read. */
record Arrival(int partition, long offset, SlottedEvent slotted) {

    StoredEvent event() {
        return slotted.event();
    }

    String streamId() {
        return event().streamId();
    }

    long version() {
        return event().version();
    }
}
