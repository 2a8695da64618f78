package mx.constancia.decision;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** One component of a record in a request. */
record Component(String name, boolean required, Method accessor) {

    private static final ClassValue<List<Component>> OF_RECORD = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    /** The components of a record, in their order. */
    static List<Component> of(Class<?> type) {
        return OF_RECORD.get(type);
    }

    private static Component of(RecordComponent component) {
        return new Component(component.getName(), !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                component.getAccessor());
    }

    /** Its value in a record. */
    @Nullable Object in(Object record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }
}
