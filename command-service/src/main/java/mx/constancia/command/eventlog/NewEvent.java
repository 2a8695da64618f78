package mx.constancia.command.eventlog;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventCodec;
import mx.constancia.events.EventTypes;
import mx.constancia.events.RecordedEvent;
import mx.constancia.events.entry.RestrictedSeal;

/**
 * An event before the log has numbered it.
 *
 * @param eventId        unique id
 * @param type           logical type name
 * @param envelope       JSON of the envelope
 * @param publicPart     JSON of the public components
 * @param restrictedPart JSON of the restricted components; absent when the event has none
 * @param seal           seal of the restricted part; absent when there is none
 */
public record NewEvent(
        String eventId, String type, String envelope, String publicPart, @Nullable String restrictedPart, @Nullable RestrictedSeal seal) {

    /** Seals the restricted part with a new salt. */
    public NewEvent(String eventId, String type, String envelope, String publicPart, @Nullable String restrictedPart) {
        this(eventId, type, envelope, publicPart, restrictedPart, restrictedPart == null ? null : RestrictedSeal.of(restrictedPart));
    }

    /** Encodes an event; its position and time of recording are not used. */
    public static NewEvent of(RecordedEvent event) {
        EventCodec.Parts parts = EventCodec.encode(event.event());
        return new NewEvent(event.eventId(), EventTypes.nameOf(event.event().getClass()), EventCodec.encode(event.envelope()),
                parts.publicPart(), parts.restrictedPart());
    }

    @Nullable String restrictedDigest() {
        return seal == null ? null : seal.digest();
    }

    @Nullable String restrictedSalt() {
        return seal == null ? null : seal.salt();
    }

    int length() {
        return envelope.length() + publicPart.length() + (restrictedPart == null ? 0 : restrictedPart.length());
    }
}
