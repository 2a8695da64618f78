package mx.constancia.auditor.verify;

import mx.constancia.events.StoredEvent;

/** Gets the events that follow from the entries, in the order of the log, while the entries themselves are still being verified. */
public interface EventSink {

    /** Wants none. */
    EventSink NONE = new EventSink() {
        @Override
        public boolean wants(StoredEvent event) {
            return false;
        }

        @Override
        public void accept(StoredEvent event) {
            throw new IllegalStateException("not wanted");
        }
    };

    /** Whether it wants this event; asked by several threads. */
    boolean wants(StoredEvent event);

    /** Takes an event; it is verified only when the whole verification is. */
    void accept(StoredEvent event);
}
