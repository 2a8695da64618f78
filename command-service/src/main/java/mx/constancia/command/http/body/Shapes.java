package mx.constancia.command.http.body;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import mx.constancia.vocabulary.Vocabulary;

/** Reads the shape of a JSON object off the record that it becomes. */
final class Shapes {

    private Shapes() {
    }

    /**
     * The shape of a record: components are required unless they are nullable, a list (absent is empty) or a boolean (absent
     * is false).
     *
     * @throws IllegalArgumentException when a component has a type that no JSON of a command takes
     */
    static Shape.ObjectOf of(Class<?> record) {
        return new Shape.ObjectOf(Arrays.stream(record.getRecordComponents()).map(Shapes::field).toList());
    }

    private static Shape.Field field(RecordComponent component) {
        boolean optional = isNullable(component.getAnnotatedType())
                || component.getType() == boolean.class
                || Collection.class.isAssignableFrom(component.getType());
        return new Shape.Field(component.getName(), shape(component.getGenericType()), !optional);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Shape shape(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw)) {
            return new Shape.ListOf(shape(list.getActualTypeArguments()[0]));
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalArgumentException("a command cannot have a component of type " + type);
        }
        if (plain == String.class) {
            return new Shape.Text();
        }
        if (plain == int.class || plain == Integer.class) {
            return new Shape.WholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (plain == long.class || plain == Long.class) {
            return new Shape.WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return new Shape.Truth();
        }
        if (plain.isEnum()) {
            return code(plain);
        }
        if (plain.isRecord()) {
            return of(plain);
        }
        return format(plain).orElseThrow(() -> new IllegalArgumentException("a command cannot have a component of type " + plain.getName()));
    }

    private static Shape code(Class<?> vocabulary) {
        Vocabulary source = vocabulary.getAnnotation(Vocabulary.class);
        return new Shape.Code(source == null ? null : source.article(),
                Arrays.stream(vocabulary.getEnumConstants()).map(code -> ((Enum<?>) code).name()).toList());
    }

    private static Optional<Shape> format(Class<?> type) {
        return Arrays.stream(Shape.Format.values()).filter(format -> format.type() == type).map(Shape.class::cast).findFirst();
    }
}
