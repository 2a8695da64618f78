package mx.constancia.query.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sorted list, named by the keys of the last line before it, so that it stays right while data grow.
 *
 * @param field      what the list is sorted by; no document is without it; {@code _id} decides among equal ones, in the same direction
 * @param descending whether the highest comes first
 * @param key        the last line's value of {@code field}; absent at the beginning of the list
 * @param id         the last line's {@code _id}; absent at the beginning of the list
 */
public record Place(String field, boolean descending, @Nullable Object key, @Nullable String id) {

    private static final String ID = "_id";

    /** The beginning of a list. */
    public static Place beginning(String field, boolean descending) {
        return new Place(field, descending, null, null);
    }

    Bson sort() {
        String[] fields = field.equals(ID) ? new String[] {ID} : new String[] {field, ID};
        return descending ? Sorts.descending(fields) : Sorts.ascending(fields);
    }

    /** What lies after the place; absent when everything does. */
    @Nullable Bson after() {
        if (id == null) {
            return null;
        }
        Bson next = beyond(ID, id);
        // The first condition bounds the scan of an index on the field.
        return field.equals(ID) || key == null ? next : Filters.and(
                descending ? Filters.lte(field, key) : Filters.gte(field, key), Filters.or(beyond(field, key), next));
    }

    private Bson beyond(String name, Object value) {
        return descending ? Filters.lt(name, value) : Filters.gt(name, value);
    }
}
