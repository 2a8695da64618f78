package mx.constancia.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A fact as the log holds it, with its three JSON texts exactly as they were written. Proofs are made over their canonical
 * forms, see {@link mx.constancia.events.entry.LedgerEntry}.
 *
 * @param position       see {@link RecordedEvent}
 * @param eventId        see {@link RecordedEvent}
 * @param streamId       see {@link RecordedEvent}
 * @param version        see {@link RecordedEvent}
 * @param type           logical type name, see {@link EventType}
 * @param recordedAt     see {@link RecordedEvent}
 * @param envelope       JSON of the {@link Envelope}
 * @param publicPart     JSON of the public components
 * @param restrictedPart JSON of the restricted components; absent when the event has none, it was erased, or is withheld
 * @param restrictedDigest public digest of the restricted part, see {@link mx.constancia.events.entry.RestrictedSeal}; absent
 *                       when the event never had one
 * @param restrictedSalt salt of that digest; it goes with the restricted part
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
        @Nullable String restrictedPart,
        @Nullable String restrictedDigest,
        @Nullable String restrictedSalt) {

    /** The same event without its restricted part; the digest remains. */
    public StoredEvent publicOnly() {
        return restrictedPart == null && restrictedSalt == null
                ? this
                : new StoredEvent(position, eventId, streamId, version, type, recordedAt, envelope, publicPart, null, restrictedDigest, null);
    }
}
