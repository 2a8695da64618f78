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

    /** The number of events that were folded. */
    int applied() {
        return streams.stream().mapToInt(stream -> stream.steps().size()).sum();
    }

    /** The documents of aggregates, each in place of the one that was loaded. */
    List<Write> documents(View view) {
        return streams.stream().filter(stream -> stream.aggregate().view() == view)
                .flatMap(stream -> stream.changed().map(next -> Write.after(stream.startVersion(), next)).stream())
                .toList();
    }

    /** The folded events in the pages of their streams. */
    List<Write> timelines() {
        return streams.stream().flatMap(stream -> TimelinePages.fills(TimelinePages.key(stream.streamId()),
                        stream.steps().stream().map(StreamFold.Derived::event).toList()).stream())
                .toList();
    }

    /** Whether the folded events add anything to the view of a board. */
    boolean touches(Derivation derivation) {
        return streams.stream().flatMap(stream -> stream.steps().stream()).anyMatch(step -> !step.documents().get(derivation.view()).isEmpty());
    }

    /** What the folded events add to the view of a board that they touch. */
    List<Write> derived(Derivation derivation, ViewStore store) {
        Map<String, Document> changed = new LinkedHashMap<>();
        streams.forEach(stream -> stream.steps().forEach(step ->
                step.documents().get(derivation.view()).forEach(document -> changed.put(document.getString("_id"), document))));
        return switch (derivation.kind()) {
            case FACTS -> changed.values().stream().<Write>map(Write.Once::new).toList();
            case STATES -> {
                Map<String, Document> loaded = store.find(derivation.view(), changed.keySet(), "version");
                yield changed.entrySet().stream()
                        .filter(entry -> isNewer(entry.getValue(), loaded.get(entry.getKey())))
                        .map(entry -> Write.guarded(loaded.get(entry.getKey()), entry.getValue()))
                        .toList();
            }
        };
    }

    /** A batch that died may have been longer than the one that repeats it. */
    private static boolean isNewer(Document next, @Nullable Document loaded) {
        return loaded == null || loaded.getLong("version") < next.getLong("version");
    }
}
