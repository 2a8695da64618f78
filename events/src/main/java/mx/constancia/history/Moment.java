package mx.constancia.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import mx.constancia.events.RecordedEvent;

/**
 * A moment of a history by two clocks: what was known then, of what had happened by then. The events that count are folded in
 * the order of the log, whatever their legal dates: what is recorded late counts from its legal date on, and so does a
 * correction, which leaves the event that it corrects where it was.
 *
 * @param known      how much of the log counts
 * @param happenedBy last legal date (fecha del hecho) that counts; absent when all do
 */
public record Moment(Known known, @Nullable LocalDate happenedBy) {

    /** The newest state. */
    public static final Moment NOW = new Moment(new Known.Everything(), null);

    /** Before the first event: nothing counts. */
    public static final Moment BEGINNING = new Moment(new Known.ToVersion(0), null);

    /** How much of a log counts: always its beginning up to somewhere. */
    public sealed interface Known {

        /** All of it. */
        record Everything() implements Known {
        }

        /** So many events of the stream. */
        record ToVersion(long version) implements Known {
        }

        /** Up to a position of the whole log. */
        record ToPosition(long position) implements Known {
        }

        /** What was recorded until an instant, itself included. */
        record ToInstant(Instant instant) implements Known {
        }

        /** What was recorded until the end of a day, in the zone of the event's agency. */
        record ToEndOf(LocalDate day) implements Known {
        }
    }

    /** Whether the event was known. Along a stream it is true up to some event and false from there on. */
    public boolean knows(RecordedEvent event) {
        return switch (known) {
            case Known.Everything() -> true;
            case Known.ToVersion(long version) -> event.version() <= version;
            case Known.ToPosition(long position) -> event.position() <= position;
            case Known.ToInstant(Instant instant) -> !event.recordedAt().isAfter(instant);
            case Known.ToEndOf(LocalDate day) -> event.recordedAt().isBefore(end(day, ZoneId.of(event.envelope().timeZone())));
        };
    }

    /** Whether the event counts: it was known, and what it tells had happened. */
    public boolean counts(RecordedEvent event) {
        return knows(event) && hadHappened(event.envelope().occurredOn());
    }

    /** Whether a legal date counts. */
    public boolean hadHappened(LocalDate occurredOn) {
        return happenedBy == null || !occurredOn.isAfter(happenedBy);
    }

    /** The first instant after a day. */
    public static Instant end(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
