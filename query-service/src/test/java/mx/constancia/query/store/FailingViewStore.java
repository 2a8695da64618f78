package mx.constancia.query.store;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.bson.Document;

/**
 * A store that dies at one write: some of that write's documents are there, the others are not. What is to be done at once is done
 * in any order, so that any part of it may be done when the store dies.
 */
public final class FailingViewStore implements ViewStore {

    /** What happens when the store dies. */
    public static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final ViewStore store;
    private final Random order;
    private int writesToGo;

    /**
     * A store that dies once.
     *
     * @param healthyWrites number of writes before
     */
    public FailingViewStore(ViewStore store, int healthyWrites) {
        this.store = store;
        this.writesToGo = healthyWrites;
        this.order = new Random(healthyWrites);
    }

    public boolean died() {
        return writesToGo < 0;
    }

    @Override
    public void write(View view, List<Write> writes) {
        if (writesToGo-- == 0) {
            store.write(view, writes.subList(0, writes.size() / 2));
            throw new Died();
        }
        store.write(view, writes);
    }

    @Override
    public <T> List<T> atOnce(List<Supplier<T>> independent) {
        List<Integer> anyOrder = IntStream.range(0, independent.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(anyOrder, order);
        Map<Integer, T> done = anyOrder.stream().collect(Collectors.toMap(each -> each, each -> independent.get(each).get()));
        return IntStream.range(0, independent.size()).mapToObj(done::get).toList();
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
