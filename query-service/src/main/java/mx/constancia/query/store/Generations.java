package mx.constancia.query.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The generations of the views: one answers questions, another may be filled beside it. The one place that knows which
 * collections are read; whoever reads while it changes finishes on the old ones, which stay for a while.
 */
@Component
public final class Generations {

    /** The generation of views that were never rebuilt. */
    public static final int FIRST = 1;

    private final MongoDatabase database;
    private final Map<Integer, ViewStore> stores = new ConcurrentHashMap<>();
    private volatile int living = FIRST;

    public Generations(MongoDatabase database) {
        this.database = database;
    }

    /** The generation that answers questions in this node. */
    public int living() {
        return living;
    }

    /** From now on this generation answers questions in this node. */
    public void live(int generation) {
        living = generation;
    }

    /** A view's collection of the living generation. */
    MongoCollection<Document> collection(View view) {
        return database.getCollection(view.collection(living));
    }

    /** The documents of one generation, whichever lives. */
    public ViewStore of(int generation) {
        return stores.computeIfAbsent(generation, number -> new MongoViewStore(view -> database.getCollection(view.collection(number))));
    }

    /** Removes a generation for good. Doing it twice does no harm. */
    public void drop(int generation) {
        if (generation == living) {
            throw new IllegalArgumentException("generation " + generation + " answers questions");
        }
        for (View view : View.values()) {
            if (view.isOfAGeneration()) {
                database.getCollection(view.collection(generation)).drop();
            }
        }
    }
}
