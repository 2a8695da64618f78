package mx.constancia.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A fact as the log holds it, with its three JSON texts exactly as they were written. The texts are never re-encoded:
 * proofs are made over them.
 *
 * @param position       see {@link RecordedEvent}
 * @param eventId        see {@link RecordedEvent}
 * @param streamId       see {@link RecordedEvent}
 * @param version        see {@link RecordedEvent}
 * @param type           logical type name, see {@link EventType}
 * @param recordedAt     see {@link RecordedEvent}
 * @param envelope       JSON of the {@link Envelope}
 * @param publicPart     JSON of the public components
 * @param restrictedPart JSON of the restricted components; absent when the event has none
 */
public record StoredEvent(
        long position,
        String eventId,
        String streamId,
        long version,
        String type,
        Instant recordedAt,
        String envelope,
        String publicPart,
        @Nullable String restrictedPart) {

    /** The same event without its restricted part. */
    public StoredEvent publicOnly() {
        return restrictedPart == null
                ? this
                : new StoredEvent(position, eventId, streamId, version, type, recordedAt, envelope, publicPart, null);
    }
}
