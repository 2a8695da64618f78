package mx.constancia.query.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Write;

import org.bson.Document;

/**
 * The ledger's documents as a batch changes them. They are written in the end: files before the checkpoint that covers them,
 * the progress last, and each in place of the one that was loaded, so that of two nodes that read the same only one counts.
 */
final class Draft implements LedgerFiles.Documents {

    private final ViewStore store;
    private final Map<String, Document> loaded = new HashMap<>();
    private final Map<String, Document> changed = new LinkedHashMap<>();

    Draft(ViewStore store, Collection<String> ids) {
        this.store = store;
        loaded.putAll(store.find(View.LEDGER, ids));
    }

    /** A document that the batch loaded or changed. */
    Optional<Document> get(String id) {
        return Optional.ofNullable(changed.getOrDefault(id, loaded.get(id)));
    }

    /** Changes a document that the batch loaded. */
    void set(Document document) {
        changed.put(document.getString("_id"), document);
    }

    /** Also what the batch does not change, which is not kept: a checkpoint may cover a million files. */
    @Override
    public Map<String, Document> find(Collection<String> ids) {
        Map<String, Document> found = new HashMap<>();
        List<String> others = new ArrayList<>();
        ids.forEach(id -> get(id).ifPresentOrElse(document -> found.put(id, document), () -> others.add(id)));
        if (!others.isEmpty()) {
            found.putAll(store.find(View.LEDGER, others));
        }
        return found;
    }

    /** @throws mx.constancia.query.store.ConcurrentChangeException when another node wrote in between; then the batch is taken again */
    void write(Document progress) {
        store.write(View.LEDGER, changed.keySet().stream().filter(id -> !id.equals(Published.ID)).map(this::guarded).toList());
        store.write(View.LEDGER, changed.keySet().stream().filter(Published.ID::equals).map(this::guarded).toList());
        set(progress);
        store.write(View.LEDGER, List.of(guarded(progress.getString("_id"))));
    }

    private Write guarded(String id) {
        Document before = loaded.get(id);
        return Write.guarded(before, new Document(changed.get(id)).append("version", before == null ? 1L : before.getLong("version") + 1));
    }
}
