package mx.constancia.events;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns events into their stored JSON texts and back; splits each event into its public and its restricted part. */
public final class EventCodec {

    private static final ClassValue<Set<String>> RESTRICTED = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.isAnnotationPresent(Restricted.class))
                    .map(RecordComponent::getName)
                    .collect(Collectors.toUnmodifiableSet());
        }
    };

    private static final ClassValue<List<Method>> RESTRICTED_ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.isAnnotationPresent(Restricted.class))
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private EventCodec() {
    }

    /** The names of an event type's restricted components. */
    public static Set<String> restrictedComponents(Class<? extends DomainEvent> type) {
        return RESTRICTED.get(type);
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
        return RESTRICTED_ACCESSORS.get(event.getClass()).stream().anyMatch(accessor -> isGiven(valueOf(event, accessor)))
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
        Set<String> restricted = restrictedComponents(event.getClass());
        if (restricted.isEmpty()) {
            return new Parts(EventJson.MAPPER.writeValueAsString(event), null);
        }
        ObjectNode open = EventJson.MAPPER.valueToTree(event);
        ObjectNode closed = EventJson.MAPPER.createObjectNode();
        for (String name : open.propertyNames().stream().filter(restricted::contains).toList()) {
            JsonNode value = open.remove(name);
            if (!value.isArray() || !value.isEmpty()) {
                closed.set(name, value);
            }
        }
        return new Parts(open.toString(), closed.isEmpty() ? null : closed.toString());
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
        ObjectNode whole = (ObjectNode) EventJson.MAPPER.readTree(stored.publicPart());
        whole.setAll((ObjectNode) EventJson.MAPPER.readTree(stored.restrictedPart()));
        return EventJson.MAPPER.treeToValue(whole, type);
    }
}
