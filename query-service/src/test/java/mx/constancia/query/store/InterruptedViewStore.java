package mx.constancia.query.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.bson.Document;

/** A store to which something happens after a batch was loaded and before it is written. */
public final class InterruptedViewStore implements ViewStore {

    private final ViewStore store;
    private final Runnable interruption;
    private boolean interrupted;

    public InterruptedViewStore(ViewStore store, Runnable interruption) {
        this.store = store;
        this.interruption = interruption;
    }

    @Override
    public void write(View view, List<Write> writes) {
        if (!interrupted) {
            interrupted = true;
            interruption.run();
        }
        store.write(view, writes);
    }

    @Override
    public <T> List<T> atOnce(List<Supplier<T>> independent) {
        return store.atOnce(independent);
    }

    @Override
    public void prepare() {
        store.prepare();
    }

    @Override
    public Map<String, Document> find(View view, Collection<String> ids, String... fields) {
        return store.find(view, ids, fields);
    }

    @Override
    public boolean isEmpty(View view) {
        return store.isEmpty(view);
    }

    @Override
    public long count(View view, Document filter) {
        return store.count(view, filter);
    }
}
