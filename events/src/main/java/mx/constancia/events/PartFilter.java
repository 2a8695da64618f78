package mx.constancia.events;

import com.fasterxml.jackson.annotation.JsonFilter;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;

/** Lets one part of an event's components pass as it is written. */
final class PartFilter extends SimpleBeanPropertyFilter {

    private static final String ID = "part";
    private static final JsonMapper FILTERED = EventJson.MAPPER.rebuild().addMixIn(DomainEvent.class, Filtered.class).build();

    /** Writes the public components. */
    static final ObjectWriter PUBLIC = writer(false);

    /** Writes the restricted components that have a value. */
    static final ObjectWriter RESTRICTED = writer(true);

    private final boolean restricted;

    private PartFilter(boolean restricted) {
        this.restricted = restricted;
    }

    @JsonFilter(ID)
    private interface Filtered {
    }

    private static ObjectWriter writer(boolean restricted) {
        return FILTERED.writer(new SimpleFilterProvider().addFilter(ID, (SimpleBeanPropertyFilter) new PartFilter(restricted)));
    }

    @Override
    public void serializeAsProperty(Object event, JsonGenerator generator, SerializationContext context, PropertyWriter writer)
            throws Exception {
        if (EventCodec.isRestricted((DomainEvent) event, writer.getName()) == restricted
                && (!restricted || EventCodec.isGiven((DomainEvent) event, writer.getName()))) {
            writer.serializeAsProperty(event, generator, context);
        }
    }
}
