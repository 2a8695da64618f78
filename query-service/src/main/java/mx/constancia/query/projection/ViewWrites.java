package mx.constancia.query.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.constancia.query.board.Derivation;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Write;
import mx.constancia.query.timeline.TimelinePages;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What the folded streams of a batch change in the views. */
final class ViewWrites {

    private final List<StreamFold<?>> streams;

    ViewWrites(List<StreamFold<?>> streams) {
        this.streams = streams;
    }

    /** The documents of aggregates, each in place of the one that was loaded. */
    List<Write> documents(View view) {
        return streams.stream().filter(stream -> stream.aggregate().view() == view)
                .flatMap(stream -> stream.changed().map(next -> Write.after(stream.startVersion(), next)).stream())
                .toList();
    }

    /** The events that were folded, in the pages of their streams. */
    List<Write> timelines() {
        return streams.stream().flatMap(stream -> TimelinePages.fills(TimelinePages.key(stream.streamId()),
                        stream.steps().stream().map(step -> step.arrival().slotted()).toList()).stream())
                .toList();
    }

    /** The documents that the folded events add to or change in the view of a board, the last of each. */
    List<Document> derived(Derivation derivation) {
        Map<String, Document> changed = new LinkedHashMap<>();
        streams.forEach(stream -> stream.steps().forEach(step ->
                step.documents().get(derivation.view()).forEach(document -> changed.put(document.getString("_id"), document))));
        return List.copyOf(changed.values());
    }

    /** The writes of such documents, after what the store holds of them. */
    static List<Write> writes(Derivation derivation, List<Document> documents, ViewStore store) {
        return switch (derivation.kind()) {
            case FACTS -> documents.stream().<Write>map(Write.Once::new).toList();
            case STATES -> {
                Map<String, Document> loaded = store.find(derivation.view(), documents.stream().map(each -> each.getString("_id")).toList(), "version");
                yield documents.stream()
                        .filter(next -> isNewer(next, loaded.get(next.getString("_id"))))
                        .map(next -> Write.guarded(loaded.get(next.getString("_id")), next))
                        .toList();
            }
        };
    }

    /** A batch that died may have been longer than the one that repeats it. */
    private static boolean isNewer(Document next, @Nullable Document loaded) {
        return loaded == null || loaded.getLong("version") < next.getLong("version");
    }
}
