package mx.constancia.events;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All event types of this build, found through the sealed hierarchy: logical name to record and back. */
public final class EventTypes {

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            EventType annotation = type.getAnnotation(EventType.class);
            if (annotation == null) {
                throw new IllegalArgumentException(type.getName() + " has no @EventType");
            }
            return annotation.value();
        }
    };
    private static final Map<String, Class<? extends DomainEvent>> BY_NAME = index();

    private EventTypes() {
    }

    /** The logical name of an event's type. */
    public static String nameOf(Class<? extends DomainEvent> type) {
        return NAMES.get(type);
    }

    /**
     * The record for a logical name.
     *
     * @throws UnknownEventTypeException when this build does not know the name
     */
    public static Class<? extends DomainEvent> classOf(String name) {
        Class<? extends DomainEvent> type = BY_NAME.get(name);
        if (type == null) {
            throw new UnknownEventTypeException(name);
        }
        return type;
    }

    /** The record types, ordered by logical name. */
    public static Collection<Class<? extends DomainEvent>> all() {
        return BY_NAME.values();
    }

    private static Map<String, Class<? extends DomainEvent>> index() {
        Map<String, Class<? extends DomainEvent>> byName = new TreeMap<>();
        records(DomainEvent.class).forEach(type -> {
            if (byName.put(nameOf(type), type) != null) {
                throw new IllegalStateException("two records are named " + nameOf(type));
            }
        });
        return Collections.unmodifiableMap(byName);
    }

    private static Stream<Class<? extends DomainEvent>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventTypes::records)
                : Stream.of(type.asSubclass(DomainEvent.class));
    }
}
