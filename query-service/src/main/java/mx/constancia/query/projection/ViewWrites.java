package mx.constancia.query.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.constancia.events.StreamId;
import mx.constancia.history.MechanismState;
import mx.constancia.query.appointment.AppointmentDocuments;
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
                .flatMap(stream -> stream.changed().map(next -> Write.guarded(stream.loaded(), next)).stream())
                .toList();
    }

    /** The folded events in the pages of their mechanisms. */
    List<Write> timelines() {
        return streams.stream().filter(stream -> stream.aggregate().view() == View.MECHANISMS)
                .flatMap(stream -> TimelinePages.fills(StreamId.idOf(stream.streamId()),
                        stream.steps().stream().map(StreamFold.Step::event).toList()).stream())
                .toList();
    }

    /** The appointments that began or changed. */
    List<Write> appointments(ViewStore store) {
        Map<String, Document> changed = new LinkedHashMap<>();
        streams.forEach(stream -> stream.steps().forEach(step -> {
            if (step.after() instanceof MechanismState after) {
                AppointmentDocuments.changed(step.before().map(MechanismState.class::cast), after)
                        .forEach(document -> changed.put(document.getString("_id"), document));
            }
        }));
        if (changed.isEmpty()) {
            return List.of();
        }
        Map<String, Document> loaded = store.find(View.APPOINTMENTS, changed.keySet(), "version");
        return changed.entrySet().stream()
                .filter(entry -> isNewer(entry.getValue(), loaded.get(entry.getKey())))
                .map(entry -> Write.guarded(loaded.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** A batch that died may have been longer than the one that repeats it. */
    private static boolean isNewer(Document next, @Nullable Document loaded) {
        return loaded == null || loaded.getLong("version") < next.getLong("version");
    }
}
