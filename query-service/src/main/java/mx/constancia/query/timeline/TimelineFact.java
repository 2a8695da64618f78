package mx.constancia.query.timeline;

import mx.constancia.events.StoredEvent;
import mx.constancia.query.http.Reader;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.ObjectWriter;

/** An event of a timeline, with its entry as everybody sees it; many readers may share it. */
public final class TimelineFact {

    private final StoredEvent event;
    private final TimelineEntry open;
    /** Rendered by the first reader that needs it; two that do so at once render the same. */
    private volatile @Nullable SerializableString openJson;

    private TimelineFact(StoredEvent event) {
        this.event = event;
        this.open = TimelineEntry.of(event, Reader.PUBLIC);
    }

    static TimelineFact of(StoredEvent event) {
        return new TimelineFact(event);
    }

    StoredEvent event() {
        return event;
    }

    /** The entry with no more than this reader may see. */
    public TimelineEntry entry(Reader reader) {
        return isOpenTo(reader) ? open : TimelineEntry.of(event, reader);
    }

    /**
     * The entry in JSON.
     *
     * @param writer the same for all
     */
    SerializableString json(Reader reader, ObjectWriter writer) {
        if (!isOpenTo(reader)) {
            return new SerializedString(writer.writeValueAsString(entry(reader)));
        }
        SerializableString json = openJson;
        if (json == null) {
            json = new SerializedString(writer.writeValueAsString(open));
            openJson = json;
        }
        return json;
    }

    /** Whether the reader sees what everybody sees. */
    private boolean isOpenTo(Reader reader) {
        return event.restrictedPart() == null || !reader.seesRestrictedOf(open.agency());
    }
}
