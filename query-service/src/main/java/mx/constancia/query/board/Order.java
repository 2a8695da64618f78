package mx.constancia.query.board;

import java.util.function.Function;

/**
 * An order of a list.
 *
 * @param name       name in the parameter {@code sort}
 * @param field      what it sorts by; no document is without it
 * @param descending its direction when the request names none
 * @param key        the field's value in a cursor's text
 */
public record Order(String name, String field, boolean descending, Function<String, Object> key) {

    /** By position in the log, oldest first. */
    public static final Order POSITION = new Order("position", "_id", false, text -> text);
    /** By id. */
    public static final Order ID = new Order("id", "_id", false, text -> text);

    /** By a text, or a legal date. */
    public static Order byText(String name, String field, boolean descending) {
        return new Order(name, field, descending, text -> text);
    }

    /** By a whole number. */
    public static Order byNumber(String name, String field, boolean descending) {
        return new Order(name, field, descending, Integer::valueOf);
    }
}
