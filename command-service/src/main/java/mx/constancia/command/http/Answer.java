package mx.constancia.command.http;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

import mx.constancia.events.EventJson;
import mx.constancia.events.Finding;
import mx.constancia.events.StoredEvent;

/**
 * The body of the answer to a recorded command. It depends on the recorded events only, so that a retry gets the same bytes.
 *
 * @param id         the aggregate's id
 * @param version    its version after the command
 * @param position   position of the last event
 * @param recordedAt when the log took it
 * @param events     the events, in order
 * @param findings   what the rulebook objects to
 */
record Answer(String id, long version, long position, String recordedAt, List<Event> events, List<Finding> findings) {

    /** A recorded event; who issued the command may see also the restricted part. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            long position,
            String eventId,
            String type,
            long version,
            String occurredOn,
            String recordedAt,
            @JsonProperty("public") @JsonRawValue String publicPart,
            @JsonProperty("restricted") @JsonRawValue @Nullable String restrictedPart) {

        private static Event of(StoredEvent stored, String occurredOn) {
            return new Event(stored.position(), stored.eventId(), stored.type(), stored.version(), occurredOn,
                    EventJson.format(stored.recordedAt()), stored.publicPart(), stored.restrictedPart());
        }
    }

    /** What the answer tells of an {@link mx.constancia.events.Envelope}. */
    private record Surroundings(String occurredOn, List<Finding> findings) {
    }

    static Answer of(String id, long version, List<StoredEvent> events) {
        StoredEvent last = events.getLast();
        // The events of one command have one envelope, but for the findings, which go with the first.
        Surroundings first = EventJson.MAPPER.readValue(events.getFirst().envelope(), Surroundings.class);
        return new Answer(id, version, last.position(), EventJson.format(last.recordedAt()),
                events.stream().map(event -> Event.of(event, first.occurredOn())).toList(), first.findings());
    }
}
