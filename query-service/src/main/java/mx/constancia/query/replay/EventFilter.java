package mx.constancia.query.replay;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for; what is absent does not matter, and both ends of a period belong to it.
 *
 * @param stream       name of the stream
 * @param type         logical type name
 * @param agency       the agency whose fact it is
 * @param occurredFrom earliest legal date (fecha del hecho)
 * @param occurredTo   latest legal date
 * @param recordedFrom earliest instant of recording (fecha de registro)
 * @param recordedTo   latest instant of recording
 */
public record EventFilter(
        @Nullable String stream,
        @Nullable String type,
        @Nullable String agency,
        @Nullable LocalDate occurredFrom,
        @Nullable LocalDate occurredTo,
        @Nullable Instant recordedFrom,
        @Nullable Instant recordedTo) {

    /** Whether the event is asked for. */
    public boolean matches(LogEntry entry) {
        return (stream == null || stream.equals(entry.event().streamId()))
                && (type == null || type.equals(entry.event().type()))
                && (agency == null || agency.equals(entry.agencyId()))
                && (occurredFrom == null || !entry.occurredOn().isBefore(occurredFrom))
                && (occurredTo == null || !entry.occurredOn().isAfter(occurredTo))
                && (recordedFrom == null || !entry.event().recordedAt().isBefore(recordedFrom))
                && !isPast(entry);
    }

    /** Whether neither this event nor a later one is asked for: instants of recording never decrease along the log. */
    boolean isPast(LogEntry entry) {
        return recordedTo != null && entry.event().recordedAt().isAfter(recordedTo);
    }
}
