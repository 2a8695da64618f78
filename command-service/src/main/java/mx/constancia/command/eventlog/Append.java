package mx.constancia.command.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.StoredEvent;

/**
 * Events of one stream that are recorded together or not at all.
 *
 * @param streamId   the stream
 * @param version    the stream's version that they build on; 0 for a new stream
 * @param events     at least one event, in order
 * @param receiptKey the idempotency key to record with them; absent for none
 */
public record Append(String streamId, long version, List<NewEvent> events, @Nullable ReceiptKey receiptKey) {

    public Append {
        events = List.copyOf(events);
        if (events.isEmpty() || version < 0) {
            throw new IllegalArgumentException("an append has events and builds on a version");
        }
    }

    /** The events as the log holds them once it has numbered them. */
    public List<StoredEvent> stored(long firstPosition, Instant recordedAt) {
        return IntStream.range(0, events.size()).mapToObj(i -> {
            NewEvent event = events.get(i);
            return new StoredEvent(firstPosition + i, event.eventId(), streamId, version + i + 1, event.type(), recordedAt,
                    event.envelope(), event.publicPart(), event.restrictedPart(), event.restrictedDigest(), event.restrictedSalt());
        }).toList();
    }

    int length() {
        return events.stream().mapToInt(NewEvent::length).sum();
    }
}
