package mx.constancia.query.replay;

import java.time.LocalDate;

import mx.constancia.events.EventJson;
import mx.constancia.events.StoredEvent;
import mx.constancia.query.http.Reader;
import mx.constancia.query.http.ReceiptLink;
import mx.constancia.query.replay.EventLine.RestrictedPart;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.ObjectWriter;

/** An event of the log with what filters ask of its envelope; many readers may share it. */
public final class LogEntry {

    private static final ObjectWriter LINE = EventJson.MAPPER.writerFor(EventLine.class);

    private final StoredEvent event;
    private final Essentials essentials;
    /** Rendered by the first reader that needs it; two that do so at once render the same. */
    private volatile byte @Nullable [] publicJson;

    public LogEntry(StoredEvent event) {
        this.event = event;
        this.essentials = Essentials.of(event.envelope());
    }

    /** The event. */
    public StoredEvent event() {
        return event;
    }

    /** Its place in the log. */
    public long position() {
        return event.position();
    }

    LocalDate occurredOn() {
        return essentials.occurredOn();
    }

    String agencyId() {
        return essentials.agencyId();
    }

    /** One line of JSON in UTF-8, with no more than this reader may see. */
    public byte[] json(Reader reader) {
        if (shows(reader)) {
            return LINE.writeValueAsBytes(line(reader));
        }
        byte[] json = publicJson;
        if (json == null) {
            json = LINE.writeValueAsBytes(line(reader));
            publicJson = json;
        }
        return json;
    }

    EventLine line(Reader reader) {
        boolean shown = shows(reader);
        return new EventLine(event.position(), ReceiptLink.of(event.position()), event.streamId(), event.version(), event.eventId(),
                event.type(), occurredOn(),
                EventJson.format(event.recordedAt()), event.envelope(), event.publicPart(),
                event.restrictedPart() == null ? RestrictedPart.NONE : shown ? RestrictedPart.SHOWN : RestrictedPart.WITHHELD,
                shown ? event.restrictedPart() : null, event.restrictedDigest(), shown ? event.restrictedSalt() : null);
    }

    /** Whether there is a restricted part and this reader sees it. */
    public boolean shows(Reader reader) {
        return event.restrictedPart() != null && reader.seesRestrictedOf(agencyId());
    }
}
