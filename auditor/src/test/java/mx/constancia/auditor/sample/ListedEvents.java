package mx.constancia.auditor.sample;

import java.util.Iterator;
import java.util.List;

import mx.constancia.auditor.source.EventCursor;
import mx.constancia.auditor.source.EventSource;
import mx.constancia.auditor.source.Unread;
import mx.constancia.events.StoredEvent;

import org.jspecify.annotations.Nullable;

/** Events in memory, shown as they are listed. */
public record ListedEvents(List<StoredEvent> events) implements EventSource {

    @Override
    public String name() {
        return "list";
    }

    @Override
    public EventCursor read(long from, long to) {
        Iterator<StoredEvent> next = events.stream().filter(event -> event.position() >= from && event.position() < to).iterator();
        return new EventCursor() {

            @Override
            public @Nullable Unread next() {
                if (!next.hasNext()) {
                    return null;
                }
                StoredEvent event = next.next();
                return new Unread(event.position(), event.publicPart().length(), () -> event);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
