package mx.constancia.history;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Compares two states down to their fields: components of records, values of maps, and elements of lists of records; a list
 * of anything else is one field. What both states share is not looked at, so that a step of the fold costs what it changed.
 */
final class Fields {

    private static final ClassValue<Map<String, Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> components = new LinkedHashMap<>();
            Arrays.stream(type.getRecordComponents()).forEach((RecordComponent each) -> components.put(each.getName(), each.getAccessor()));
            return components;
        }
    };

    private Fields() {
    }

    /** Takes a field that differs, by its JSON Pointer. */
    @FunctionalInterface
    interface Visitor {

        /** Takes one; a value is absent where the field is. */
        void differs(String path, @Nullable Object before, @Nullable Object after);
    }

    /** Shows the visitor every field that differs. */
    static void compare(@Nullable Object before, @Nullable Object after, Visitor visitor) {
        compare("", before, after, visitor);
    }

    private static void compare(String path, @Nullable Object before, @Nullable Object after, Visitor visitor) {
        if (before == after) {
            return;
        }
        switch (before == null ? after : before) {
            case Record some -> COMPONENTS.get(some.getClass()).forEach((name, accessor) ->
                    compare(path + "/" + name, value(accessor, before), value(accessor, after), visitor));
            case Map<?, ?> some -> keys(before, after).forEach(key ->
                    compare(path + "/" + escaped(key.toString()), value(before, key), value(after, key), visitor));
            case List<?> some when holdsRecords(before) || holdsRecords(after) -> {
                for (int index = 0; index < Math.max(size(before), size(after)); index++) {
                    compare(path + "/" + index, element(before, index), element(after, index), visitor);
                }
            }
            case null, default -> {
                if (!Objects.equals(before, after)) {
                    visitor.differs(path, before, after);
                }
            }
        }
    }

    private static @Nullable Object value(Method accessor, @Nullable Object holder) {
        try {
            return holder == null ? null : accessor.invoke(holder);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a state's component cannot be read", e);
        }
    }

    private static Set<Object> keys(@Nullable Object before, @Nullable Object after) {
        Set<Object> keys = new LinkedHashSet<>();
        if (before instanceof Map<?, ?> map) {
            keys.addAll(map.keySet());
        }
        if (after instanceof Map<?, ?> map) {
            keys.addAll(map.keySet());
        }
        return keys;
    }

    private static @Nullable Object value(@Nullable Object holder, Object key) {
        return holder instanceof Map<?, ?> map ? map.get(key) : null;
    }

    private static boolean holdsRecords(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Record;
    }

    private static int size(@Nullable Object value) {
        return value instanceof List<?> list ? list.size() : 0;
    }

    private static @Nullable Object element(@Nullable Object value, int index) {
        return value instanceof List<?> list && index < list.size() ? list.get(index) : null;
    }

    /** RFC 6901, section 3. */
    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
