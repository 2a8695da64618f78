package mx.constancia.query.store;

import mx.constancia.events.StoredEvent;

import org.bson.types.Binary;

/**
 * An event and its value in the log's entry and in the slots of pages, made once for all of them.
 *
 * @param slot see {@link StoredEvents}
 */
public record SlottedEvent(StoredEvent event, Binary slot) {

    /** The event with its value. */
    public static SlottedEvent of(StoredEvent event) {
        return new SlottedEvent(event, StoredEvents.slot(event));
    }
}
