package mx.constancia.query.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.bson.Document;

/** What the projection needs of the store: single documents by {@code _id}, and one bulk of writes per view, several at once. */
public interface ViewStore {

    /** Prepares an empty store; does no harm to one that is not empty. */
    void prepare();

    /**
     * The documents that exist, by {@code _id}.
     *
     * @param fields the fields to load beside {@code _id}; all when none is named
     */
    Map<String, Document> find(View view, Collection<String> ids, String... fields);

    /** Whether the view certainly has no document. */
    boolean isEmpty(View view);

    /** The number of documents that match. Only for views that are small or empty when all is well. */
    long count(View view, Document filter);

    /**
     * Writes in no particular order; each write is atomic for itself only, also when others fail.
     *
     * @throws ConcurrentChangeException when a guarded write lost against another writer
     */
    void write(View view, List<Write> writes);

    /**
     * Does what does not depend on each other at once. When it returns or throws, nothing is under way any more; when it throws, any
     * part of it may be done.
     *
     * @return what each gave, in their order
     * @throws RuntimeException of the first that failed
     */
    <T> List<T> atOnce(List<Supplier<T>> independent);

    /** Does what does not depend on each other at once, as {@link #atOnce(List)} does. */
    default void atOnce(Stream<Runnable> independent) {
        atOnce(independent.<Supplier<Boolean>>map(each -> () -> {
            each.run();
            return true;
        }).toList());
    }
}
