package mx.constancia.events;

import java.time.Instant;

/**
 * A fact as the log holds it, decoded.
 *
 * @param position   place in the one order of the whole log: 0, 1, 2, … without a gap
 * @param eventId    unique id of the event
 * @param streamId   the stream it belongs to, see {@link StreamId}
 * @param version    place in its stream: 1, 2, 3, … without a gap; the aggregate's version after this event
 * @param recordedAt when the log took it (fecha de registro), UTC, whole milliseconds; never decreases along positions
 * @param envelope   what surrounds the fact
 * @param event      the fact
 */
public record RecordedEvent(
        long position, String eventId, String streamId, long version, Instant recordedAt, Envelope envelope, DomainEvent event) {
}
