package mx.constancia.query.store;

import mx.constancia.events.StoredEvent;

import org.bson.types.Binary;

/**
 * An event and its value in the slots of pages, which is made once for all pages that the event is in.
 *
 * @param slot see {@link StoredEvents}
 */
public record SlottedEvent(StoredEvent event, Binary slot) {

    /** The event with its value. */
    public static SlottedEvent of(StoredEvent event) {
        return new SlottedEvent(event, StoredEvents.slot(event));
    }
}
