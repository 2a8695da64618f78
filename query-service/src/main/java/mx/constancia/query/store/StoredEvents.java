package mx.constancia.query.store;

import java.util.Date;

import mx.constancia.events.StoredEvent;

import org.bson.Document;

/** A stored event as it lies in a slot of a page: its three texts unchanged. */
public final class StoredEvents {

    private StoredEvents() {
    }

    /** The slot's value. */
    public static Document toDocument(StoredEvent event) {
        Document slot = new Document("position", event.position())
                .append("eventId", event.eventId())
                .append("streamId", event.streamId())
                .append("version", event.version())
                .append("type", event.type())
                .append("recordedAt", Date.from(event.recordedAt()))
                .append("envelope", event.envelope())
                .append("public", event.publicPart());
        return event.restrictedPart() == null ? slot : slot.append("restricted", event.restrictedPart());
    }

    /** The event in a slot. */
    public static StoredEvent fromDocument(Document slot) {
        return new StoredEvent(slot.getLong("position"), slot.getString("eventId"), slot.getString("streamId"), slot.getLong("version"),
                slot.getString("type"), slot.getDate("recordedAt").toInstant(), slot.getString("envelope"), slot.getString("public"),
                slot.getString("restricted"));
    }
}
