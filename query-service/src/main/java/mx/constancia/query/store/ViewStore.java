package mx.constancia.query.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.bson.Document;

/** What the projection needs of the store: single documents by {@code _id}, and one bulk of writes per view. */
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
}
