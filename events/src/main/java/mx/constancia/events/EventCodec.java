package mx.constancia.events;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Turns events into their stored JSON texts and back; splits each event into its public and its restricted part. */
public final class EventCodec {

    /** The accessors of the restricted components, by name. */
    private static final ClassValue<Map<String, Method>> RESTRICTED = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.isAnnotationPresent(Restricted.class))
                    .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, RecordComponent::getAccessor));
        }
    };

    private EventCodec() {
    }

    /** The names of an event type's restricted components. */
    public static Set<String> restrictedComponents(Class<? extends DomainEvent> type) {
        return RESTRICTED.get(type).keySet();
    }

    static boolean isRestricted(DomainEvent event, String component) {
        return RESTRICTED.get(event.getClass()).containsKey(component);
    }

    /** Whether a restricted component has a value. */
    static boolean isGiven(DomainEvent event, String component) {
        return isGiven(valueOf(event, RESTRICTED.get(event.getClass()).get(component)));
    }

    /**
     * The two stored texts of an event.
     *
     * @param publicPart     JSON object of the public components
     * @param restrictedPart JSON object of the restricted components that have a value; absent when none has one
     */
    public record Parts(String publicPart, @Nullable String restrictedPart) {

        /** {@code RESTRICTED} when there is a restricted part, else {@code PUBLIC}. */
        public String visibility() {
            return restrictedPart == null ? "PUBLIC" : "RESTRICTED";
        }
    }

    /** What {@link Parts#visibility} will be, without encoding the event. */
    public static String visibility(DomainEvent event) {
        return RESTRICTED.get(event.getClass()).values().stream().anyMatch(accessor -> isGiven(valueOf(event, accessor)))
                ? "RESTRICTED" : "PUBLIC";
    }

    private static boolean isGiven(@Nullable Object value) {
        return value instanceof Collection<?> list ? !list.isEmpty() : value != null;
    }

    private static @Nullable Object valueOf(DomainEvent event, Method accessor) {
        try {
            return accessor.invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }

    /** Splits and encodes an event. */
    public static Parts encode(DomainEvent event) {
        if (restrictedComponents(event.getClass()).isEmpty()) {
            return new Parts(EventJson.MAPPER.writeValueAsString(event), null);
        }
        return new Parts(PartFilter.PUBLIC.writeValueAsString(event),
                "PUBLIC".equals(visibility(event)) ? null : PartFilter.RESTRICTED.writeValueAsString(event));
    }

    /** Encodes an envelope. */
    public static String encode(Envelope envelope) {
        return EventJson.MAPPER.writeValueAsString(envelope);
    }

    /**
     * Decodes a stored event; without its restricted part the restricted components are null, lists among them empty.
     *
     * @throws UnknownEventTypeException when this build does not know the type
     */
    public static RecordedEvent decode(StoredEvent stored) {
        return new RecordedEvent(stored.position(), stored.eventId(), stored.streamId(), stored.version(), stored.recordedAt(),
                decodeEnvelope(stored), decodePayload(stored));
    }

    /** Decodes only what surrounds the fact. */
    public static Envelope decodeEnvelope(StoredEvent stored) {
        return EventJson.MAPPER.readValue(stored.envelope(), Envelope.class);
    }

    private static DomainEvent decodePayload(StoredEvent stored) {
        Class<? extends DomainEvent> type = EventTypes.classOf(stored.type());
        if (stored.restrictedPart() == null) {
            return EventJson.MAPPER.readValue(stored.publicPart(), type);
        }
        return EventJson.MAPPER.readValue(together(stored.publicPart(), stored.restrictedPart()), type);
    }

    /** One JSON object with the members of two; without trees, which take as long as all else about an event. */
    private static String together(String one, String other) {
        String begin = one.substring(0, one.lastIndexOf('}'));
        String end = other.substring(other.indexOf('{') + 1);
        boolean separated = begin.endsWith("{") || end.startsWith("}");
        return begin + (separated ? "" : ",") + end;
    }
}
