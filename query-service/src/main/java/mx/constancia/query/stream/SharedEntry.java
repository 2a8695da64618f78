package mx.constancia.query.stream;

import java.nio.charset.StandardCharsets;

import mx.constancia.events.StoredEvent;
import mx.constancia.query.http.Reader;
import mx.constancia.query.replay.LogEntry;

import org.jspecify.annotations.Nullable;

/** An event of the log that many clients read: as the public sees it, it is put into a frame once for all of them. */
final class SharedEntry {

    private final LogEntry entry;
    /** Rendered by the first client that needs it; two that do so at once render the same. */
    private volatile byte @Nullable [] publicFrame;

    SharedEntry(StoredEvent event) {
        this.entry = new LogEntry(event);
    }

    LogEntry entry() {
        return entry;
    }

    long position() {
        return entry.position();
    }

    /** The event as it is sent to a reader. */
    byte[] frame(Reader reader) {
        if (entry.shows(reader)) {
            return render(reader);
        }
        byte[] frame = publicFrame;
        if (frame == null) {
            frame = render(Reader.PUBLIC);
            publicFrame = frame;
        }
        return frame;
    }

    private byte[] render(Reader reader) {
        byte[] json = entry.json(reader);
        byte[] head = ("id: " + entry.position() + "\ndata: ").getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[head.length + json.length + 2];
        System.arraycopy(head, 0, frame, 0, head.length);
        System.arraycopy(json, 0, frame, head.length, json.length);
        frame[frame.length - 2] = '\n';
        frame[frame.length - 1] = '\n';
        return frame;
    }
}
