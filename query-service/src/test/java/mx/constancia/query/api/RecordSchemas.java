package mx.constancia.query.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The schemas of answers, as the records say them: a component that is not nullable is always there, and what is JSON already
 * may be any JSON object, and what is any object any JSON.
 */
final class RecordSchemas implements ModelConverter {

    private final Map<String, Class<?>> records = new HashMap<>();

    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (JsonNode.class.isAssignableFrom(raw) || isRaw(type)) {
            return of("object");
        }
        if (raw == Object.class) {
            return new Schema<>();
        }
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema != null && raw.isRecord()) {
            describe(raw, schema, context);
        }
        return schema;
    }

    private void describe(Class<?> record, Schema<?> schema, ModelConverterContext context) {
        String name = schema.get$ref() == null ? schema.getName() : schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
        Class<?> other = name == null ? record : records.putIfAbsent(name, record);
        if (other != null && other != record) {
            throw new IllegalStateException("Two records would share the schema " + name + ": " + other.getName() + " and "
                    + record.getName() + ". Rename one.");
        }
        Schema<?> model = schema.get$ref() == null ? schema : context.getDefinedModels().get(name);
        if (model != null && model.getProperties() != null) {
            List<String> always = Arrays.stream(record.getRecordComponents())
                    .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(component -> component.getName())
                    .filter(model.getProperties()::containsKey)
                    .toList();
            model.setRequired(always.isEmpty() ? null : always);
        }
    }

    /** A schema of this type. */
    static Schema<Object> of(String type) {
        Schema<Object> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }

    private static boolean isRaw(AnnotatedType type) {
        return type.getCtxAnnotations() != null
                && Arrays.stream(type.getCtxAnnotations()).anyMatch(annotation -> annotation.annotationType() == JsonRawValue.class);
    }
}
