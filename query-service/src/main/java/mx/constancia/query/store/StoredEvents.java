package mx.constancia.query.store;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import mx.constancia.events.StoredEvent;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Stored events in the slots of pages, with their three texts unchanged. A document of MongoDB takes 16 MiB, a page 32
 * events, and a command 256 KiB: the texts of a large event lie in a document of their own, by position.
 */
public final class StoredEvents {

    /** Characters of a slot's texts at most; 32 slots of three-byte characters stay below 2 MiB. */
    static final int SLOT = 16_384;

    private StoredEvents() {
    }

    /** A slot's value. */
    public static Document slot(StoredEvent event) {
        Document slot = new Document("position", event.position())
                .append("eventId", event.eventId())
                .append("streamId", event.streamId())
                .append("version", event.version())
                .append("type", event.type())
                .append("recordedAt", Date.from(event.recordedAt()));
        return isLarge(event) ? slot.append("large", true) : addTexts(slot, event);
    }

    /** The writes that keep the texts of the large ones among these events; to be done before their slots are filled. */
    public static List<Write> texts(Collection<StoredEvent> events) {
        return events.stream().filter(StoredEvents::isLarge)
                .<Write>map(event -> new Write.Put(addTexts(new Document("_id", textsId(event.position())), event)))
                .toList();
    }

    /** The events in slots. */
    public static List<StoredEvent> events(ViewStore store, List<Document> slots) {
        List<String> large = slots.stream().filter(slot -> slot.containsKey("large")).map(slot -> textsId(slot.getLong("position"))).toList();
        Map<String, Document> texts = large.isEmpty() ? Map.of() : store.find(View.TEXTS, large);
        return slots.stream().map(slot -> event(slot, slot.containsKey("large")
                ? Objects.requireNonNull(texts.get(textsId(slot.getLong("position")))) : slot)).toList();
    }

    private static StoredEvent event(Document slot, Document texts) {
        return new StoredEvent(slot.getLong("position"), slot.getString("eventId"), slot.getString("streamId"), slot.getLong("version"),
                slot.getString("type"), slot.getDate("recordedAt").toInstant(), texts.getString("envelope"), texts.getString("public"),
                texts.getString("restricted"), texts.getString("restrictedDigest"), texts.getString("restrictedSalt"));
    }

    private static Document addTexts(Document document, StoredEvent event) {
        document.append("envelope", event.envelope()).append("public", event.publicPart());
        append(document, "restricted", event.restrictedPart());
        append(document, "restrictedDigest", event.restrictedDigest());
        append(document, "restrictedSalt", event.restrictedSalt());
        return document;
    }

    private static void append(Document document, String name, @Nullable String value) {
        if (value != null) {
            document.append(name, value);
        }
    }

    private static boolean isLarge(StoredEvent event) {
        int restricted = event.restrictedPart() == null ? 0 : event.restrictedPart().length();
        return event.envelope().length() + event.publicPart().length() + restricted > SLOT;
    }

    private static String textsId(long position) {
        return Long.toString(position);
    }
}
