package mx.constancia.query.store;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.bson.Document;

/** The store's contract without a server: every write is atomic for its document, and guarded ones lose as in MongoDB. */
public final class InMemoryViewStore implements ViewStore {

    private final Map<View, Map<String, Document>> views = new EnumMap<>(View.class);

    /** The documents of every view but the progress, which says how the events came and not what they say. */
    public Map<View, Map<String, Document>> documents() {
        Map<View, Map<String, Document>> documents = new EnumMap<>(View.class);
        views.forEach((view, found) -> {
            if (view != View.PROGRESS && !found.isEmpty()) {
                documents.put(view, new HashMap<>(found));
            }
        });
        return documents;
    }

    public Map<String, Document> all(View view) {
        return views.computeIfAbsent(view, any -> new HashMap<>());
    }

    public void empty() {
        views.clear();
    }

    @Override
    public void prepare() {
    }

    @Override
    public Map<String, Document> find(View view, Collection<String> ids, String... fields) {
        Map<String, Document> found = new HashMap<>();
        ids.forEach(id -> {
            if (all(view).containsKey(id)) {
                found.put(id, all(view).get(id));
            }
        });
        return found;
    }

    @Override
    public boolean isEmpty(View view) {
        return all(view).isEmpty();
    }

    @Override
    public long count(View view, Document filter) {
        return all(view).values().stream().filter(document -> document.entrySet().containsAll(filter.entrySet())).count();
    }

    @Override
    public void write(View view, List<Write> writes) {
        boolean lost = false;
        for (Write write : writes) {
            lost |= !done(all(view), write);
        }
        if (lost) {
            throw new ConcurrentChangeException(view);
        }
    }

    @Override
    public <T> List<T> atOnce(List<Supplier<T>> independent) {
        return independent.stream().map(Supplier::get).toList();
    }

    private static boolean done(Map<String, Document> documents, Write write) {
        return switch (write) {
            case Write.Insert insert -> documents.putIfAbsent(write.id(), insert.document()) == null;
            case Write.Replace replace -> documents.computeIfPresent(write.id(), (id, before) ->
                    before.getLong("version") == replace.loadedVersion() ? replace.document() : before) == replace.document();
            case Write.Once once -> {
                documents.putIfAbsent(write.id(), once.document());
                yield true;
            }
            case Write.Put put -> {
                documents.put(write.id(), put.document());
                yield true;
            }
            case Write.Fill fill -> {
                Document page = copy(documents.getOrDefault(write.id(), new Document("_id", write.id())));
                Document slots = copy(page.get(Write.Fill.SLOTS, new Document()));
                slots.putAll(fill.slots());
                page.put(Write.Fill.SLOTS, slots);
                documents.put(write.id(), page);
                yield true;
            }
            case Write.Delete delete -> {
                documents.remove(delete.id());
                yield true;
            }
        };
    }

    private static Document copy(Document document) {
        return new Document(document);
    }
}
