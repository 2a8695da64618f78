package mx.constancia.events;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Generates the JSON Schemas of the contract from the records. */
final class EventSchemas {

    static final String BASE = "urn:constancia:schema:";
    static final String ENVELOPE = "envelope.v1";
    private static final String HEX = "^[0-9a-f]{64}$";

    private final SchemaGenerator generator;

    EventSchemas() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS, Option.ADDITIONAL_FIXED_TYPES, Option.STANDARD_FORMATS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields().withRequiredCheck(EventSchemas::isRequired);
        generator = new SchemaGenerator(config.build());
    }

    ObjectNode ofEnvelope() {
        ObjectNode schema = identified(ENVELOPE, Envelope.class.getSimpleName());
        schema.setAll((ObjectNode) generator.generateSchema(Envelope.class));
        return schema;
    }

    ObjectNode of(Class<? extends DomainEvent> type) {
        ObjectNode open = (ObjectNode) generator.generateSchema(type);
        Set<String> restricted = EventCodec.restrictedComponents(type);
        ObjectNode schema = identified(EventTypes.nameOf(type), type.getSimpleName());
        schema.put("type", "object");
        ObjectNode parts = schema.putObject("properties");
        parts.putObject("envelope").put("$ref", BASE + ENVELOPE + ".json");
        ObjectNode closed = open.objectNode().put("type", "object");
        parts.set("public", open);
        ArrayNode required = schema.putArray("required").add("envelope").add("public");
        if (!restricted.isEmpty()) {
            split(open, closed, restricted);
            parts.set("restricted", closed);
            parts.putObject("restrictedSalt").put("type", "string").put("pattern", HEX);
            parts.putObject("restrictedDigest").put("type", "string").put("pattern", HEX);
        }
        schema.set("required", required);
        return schema;
    }

    private static void split(ObjectNode open, ObjectNode closed, Set<String> restricted) {
        ObjectNode properties = (ObjectNode) open.get("properties");
        ObjectNode moved = closed.putObject("properties");
        for (String name : properties.propertyNames().stream().filter(restricted::contains).toList()) {
            moved.set(name, properties.remove(name));
        }
        List<String> stillRequired = open.path("required").valueStream().map(node -> node.asString())
                .filter(name -> !restricted.contains(name)).toList();
        open.remove("required");
        if (!stillRequired.isEmpty()) {
            ArrayNode required = open.putArray("required");
            stillRequired.forEach(required::add);
        }
    }

    private static ObjectNode identified(String name, String title) {
        return EventJson.MAPPER.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", BASE + name + ".json")
                .put("title", title);
    }

    private static boolean isRequired(FieldScope scope) {
        Field field = scope.getRawMember();
        return !field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
