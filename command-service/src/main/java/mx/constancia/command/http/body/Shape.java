package mx.constancia.command.http.body;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What the JSON of a field looks like. */
public sealed interface Shape {

    /** How the shape is told to a person. */
    String description();

    /** Any text. */
    record Text() implements Shape {

        @Override
        public String description() {
            return "string";
        }
    }

    /** A text that stands for a value of the JDK. */
    enum Format implements Shape {

        /** ISO 8601 calendar date with a four-digit year. */
        DATE(LocalDate.class, "date (YYYY-MM-DD)"),
        /** ISO 8601 local time. */
        TIME(LocalTime.class, "time (HH:MM or HH:MM:SS)"),
        /** RFC 3339 instant in UTC. */
        INSTANT(Instant.class, "instant (YYYY-MM-DDTHH:MM:SSZ)"),
        /** IANA zone. */
        ZONE(ZoneId.class, "time zone (such as America/Mexico_City)");

        private final Class<?> type;
        private final String description;

        Format(Class<?> type, String description) {
            this.type = type;
            this.description = description;
        }

        Class<?> type() {
            return type;
        }

        @Override
        public String description() {
            return description;
        }

        /** Whether the text is of this form. */
        boolean accepts(String text) {
            try {
                return switch (this) {
                    case DATE -> text.length() == 10 && LocalDate.parse(text) != null;
                    case TIME -> LocalTime.parse(text) != null;
                    case INSTANT -> text.endsWith("Z") && Instant.parse(text) != null;
                    case ZONE -> ZoneId.getAvailableZoneIds().contains(text);
                };
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    /** A number without fraction. */
    record WholeNumber(long least, long most) implements Shape {

        @Override
        public String description() {
            return "whole number";
        }
    }

    /** True or false. */
    record Truth() implements Shape {

        @Override
        public String description() {
            return "true or false";
        }
    }

    /**
     * A code of a closed list.
     *
     * @param article the article that the list comes from; absent where it is ours
     * @param codes   the codes
     */
    record Code(@Nullable String article, List<String> codes) implements Shape {

        @Override
        public String description() {
            return "code";
        }
    }

    /** An array. */
    record ListOf(Shape element) implements Shape {

        @Override
        public String description() {
            return "array";
        }
    }

    /** An object. */
    record ObjectOf(List<Field> fields) implements Shape {

        @Override
        public String description() {
            return "object";
        }
    }

    /**
     * A field of an object.
     *
     * @param name     its name
     * @param shape    what it looks like
     * @param required whether it must be there
     */
    record Field(String name, Shape shape, boolean required) {
    }
}
