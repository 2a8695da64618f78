package mx.constancia.auditor.source;

import java.util.function.Supplier;

import mx.constancia.events.StoredEvent;

/**
 * An event that was fetched and not yet parsed, so that several threads can do that.
 *
 * @param position the place in the log that it claims
 * @param length   of its bytes
 * @param parser   gives the event, or throws {@link IllegalArgumentException} when the bytes are none
 */
public record Unread(long position, int length, Supplier<StoredEvent> parser) {

    /**
     * The event.
     *
     * @throws IllegalArgumentException when the bytes are none
     */
    public StoredEvent read() {
        return parser.get();
    }
}
