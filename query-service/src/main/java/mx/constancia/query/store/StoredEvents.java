package mx.constancia.query.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import mx.constancia.events.StoredEvent;

import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Stored events in the slots of pages: an event is one value, in UTF-8 its fields between separators, because a store takes in a
 * value several times as fast as the same in fields. A document of MongoDB takes 16 MiB, a page some events, and a command 256 KiB: a
 * large event lies in a document of its own, by position, and its slot has only its first fields.
 */
public final class StoredEvents {

    /** Characters of a slot's texts at most; a hundred of three-byte characters are 5 MiB, which is read at once. */
    static final int SLOT = 16_384;

    /** The unit separator of ASCII: no JSON text contains it, and no name. */
    private static final String SEPARATOR = "\u001f";
    /** Fields before the texts. */
    private static final int HEAD = 6;

    private StoredEvents() {
    }

    /** A slot's value. */
    static Binary slot(StoredEvent event) {
        return isLarge(event) ? binary(head(event)) : whole(event);
    }

    /** The writes that keep the large ones among these events; to be done before their slots are filled. */
    public static List<Write> texts(Collection<StoredEvent> events) {
        return events.stream().filter(StoredEvents::isLarge)
                .<Write>map(event -> new Write.Put(new Document("_id", textsId(event.position())).append("event", whole(event))))
                .toList();
    }

    /** The events in slots. */
    public static List<StoredEvent> events(ViewStore store, List<Binary> slots) {
        List<String[]> events = slots.stream().map(StoredEvents::fields).toList();
        List<String> large = events.stream().filter(fields -> fields.length == HEAD).map(fields -> fields[0]).toList();
        Map<String, Document> texts = large.isEmpty() ? Map.of() : store.find(View.TEXTS, large);
        return events.stream().map(fields -> event(fields.length == HEAD
                ? fields(Objects.requireNonNull(texts.get(fields[0])).get("event", Binary.class)) : fields)).toList();
    }

    /** The id of the event in a slot. */
    public static String eventId(Binary slot) {
        return fields(slot)[1];
    }

    private static String head(StoredEvent event) {
        return String.join(SEPARATOR, textsId(event.position()), event.eventId(), event.streamId(), Long.toString(event.version()), event.type(),
                Long.toString(event.recordedAt().toEpochMilli()));
    }

    private static Binary whole(StoredEvent event) {
        return binary(String.join(SEPARATOR, head(event), event.envelope(), event.publicPart(), orEmpty(event.restrictedPart()),
                orEmpty(event.restrictedDigest()), orEmpty(event.restrictedSalt())));
    }

    private static Binary binary(String fields) {
        return new Binary(fields.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] fields(Binary value) {
        return new String(value.getData(), StandardCharsets.UTF_8).split(SEPARATOR, -1);
    }

    private static StoredEvent event(String[] fields) {
        return new StoredEvent(Long.parseLong(fields[0]), fields[1], fields[2], Long.parseLong(fields[3]), fields[4],
                Instant.ofEpochMilli(Long.parseLong(fields[5])), fields[6], fields[7], orNull(fields[8]), orNull(fields[9]), orNull(fields[10]));
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static boolean isLarge(StoredEvent event) {
        int restricted = event.restrictedPart() == null ? 0 : event.restrictedPart().length();
        return event.envelope().length() + event.publicPart().length() + restricted > SLOT;
    }

    private static String textsId(long position) {
        return Long.toString(position);
    }
}
