package mx.constancia.query.http.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What a parameter takes, in words. */
final class Accepted {

    private Accepted() {
    }

    /** By the type that its value becomes. */
    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(code -> ((Enum<?>) code).name()).collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-03-01";
        }
        if (type == Instant.class) {
            return "an RFC 3339 instant such as 2026-03-01T18:00:00Z";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive() ? "a whole number" : "another value";
    }
}
