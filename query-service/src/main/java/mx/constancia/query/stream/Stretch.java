package mx.constancia.query.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import mx.constancia.query.http.Reader;
import mx.constancia.query.replay.LogEntry;

import org.jspecify.annotations.Nullable;

/** Successive events of the log, shared by all clients that are at the same place. */
final class Stretch {

    private final List<LogEntry> entries;
    /** Rendered by the first client that needs it; two that do so at once render the same. */
    private volatile byte @Nullable [] publicFrames;

    /** @param entries in their order, without a gap */
    Stretch(List<LogEntry> entries) {
        this.entries = entries;
    }

    List<LogEntry> entries() {
        return entries;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Position of the last event. */
    long last() {
        return entries.getLast().position();
    }

    /** Whether these are exactly the events from one position to another. */
    boolean is(long first, long last) {
        return !entries.isEmpty() && entries.getFirst().position() == first && last() == last;
    }

    /** All of it as the public sees it, as one piece of an event stream. */
    byte[] publicFrames() {
        byte[] rendered = publicFrames;
        if (rendered == null) {
            rendered = render();
            publicFrames = rendered;
        }
        return rendered;
    }

    private byte[] render() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Frames frames = new Frames(bytes);
        try {
            for (LogEntry entry : entries) {
                frames.event(entry.position(), entry.json(Reader.PUBLIC));
            }
            frames.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
