package mx.constancia.query.projection;

import java.util.List;

import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Write;

import org.bson.Document;

/** Marks that are stored with the progress, so that they vanish with the views. */
final class Marks {

    /** The views held everything once. */
    private static final String COMPLETE = "complete";
    /** The views have their indexes. */
    private static final String PREPARED = "prepared";

    private Marks() {
    }

    static boolean isComplete(ViewStore store) {
        return has(store, COMPLETE);
    }

    static void complete(ViewStore store) {
        set(store, COMPLETE);
    }

    /** Gives the views their indexes, once. */
    static void prepare(ViewStore store) {
        if (!has(store, PREPARED)) {
            store.prepare();
            set(store, PREPARED);
        }
    }

    private static boolean has(ViewStore store, String mark) {
        return !store.find(View.PROGRESS, List.of(mark)).isEmpty();
    }

    private static void set(ViewStore store, String mark) {
        store.write(View.PROGRESS, List.of(new Write.Put(new Document("_id", mark))));
    }
}
