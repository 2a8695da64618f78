package mx.constancia.query.board;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import mx.constancia.events.EventJson;
import mx.constancia.query.http.Coded;
import mx.constancia.vocabulary.Term;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a line shows: a member in JSON, a column in CSV; a code is two columns there, the second with its label.
 *
 * @param name        name in both
 * @param form        form of its value
 * @param description one English phrase
 * @param value       the value; absent when the line has none. A code is a {@link Coded}, a list a {@link List}.
 */
public record Column(String name, Form form, String description, BiFunction<Document, Asked, @Nullable Object> value) {

    private static final String LABEL = "_es";
    private static final String SEPARATOR = "; ";

    /** A value as it stands in the document. */
    public static Column of(String name, Form form, String field, String description) {
        return new Column(name, form, description, (document, asked) -> plain(at(document, field)));
    }

    /** A text. */
    public static Column text(String name, String field, String description) {
        return of(name, Form.TEXT, field, description);
    }

    /** A legal date. */
    public static Column date(String name, String field, String description) {
        return of(name, Form.DATE, field, description);
    }

    /** A whole number. */
    public static Column number(String name, String field, String description) {
        return of(name, Form.NUMBER, field, description);
    }

    /** A code with its label. */
    public static <E extends Enum<E> & Term> Column code(String name, String field, Class<E> vocabulary, String description) {
        return new Column(name, Form.CODE, description, (document, asked) -> Coded.of(vocabulary, (String) at(document, field)));
    }

    /** Several codes with their labels. */
    @SuppressWarnings("unchecked")
    public static <E extends Enum<E> & Term> Column codes(String name, String field, Class<E> vocabulary, String description) {
        return new Column(name, Form.CODES, description, (document, asked) ->
                Coded.of(vocabulary, (List<String>) Objects.requireNonNullElse(at(document, field), List.of())));
    }

    /** The value of a field, whose path is written with dots. */
    public static @Nullable Object at(Document document, String field) {
        return document.getEmbedded(List.of(field.split("\\.")), Object.class);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Date date ? EventJson.format(Instant.ofEpochMilli(date.getTime())) : "".equals(value) ? null : value;
    }

    /** The names of its columns in CSV. */
    Stream<String> headers() {
        return form == Form.CODE || form == Form.CODES ? Stream.of(name, name + LABEL) : Stream.of(name);
    }

    /** Its cells in a line of CSV, as many as it has headers. */
    List<@Nullable Object> cells(Document document, Asked asked) {
        Object shown = value.apply(document, asked);
        return switch (form) {
            case CODE -> shown instanceof Coded coded ? row(coded.code(), coded.es()) : row(null, null);
            case CODES -> {
                List<Coded> codes = ((List<?>) Objects.requireNonNullElse(shown, List.of())).stream().map(Coded.class::cast).toList();
                yield row(joined(codes.stream().map(Coded::code)), joined(codes.stream().map(Coded::es)));
            }
            case TEXTS -> row(shown instanceof List<?> texts ? joined(texts.stream()) : null);
            case TEXT, DATE, INSTANT, NUMBER, FLAG -> row(shown);
        };
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static String joined(Stream<?> texts) {
        return String.join(SEPARATOR, texts.map(String::valueOf).toList());
    }
}
