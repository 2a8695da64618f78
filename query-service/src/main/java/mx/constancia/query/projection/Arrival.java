package mx.constancia.query.projection;

import mx.constancia.events.StoredEvent;

/** An event and where in the topic it was read. */
record Arrival(int partition, long offset, StoredEvent event) {

    String streamId() {
        return event.streamId();
    }

    long version() {
        return event.version();
    }
}
