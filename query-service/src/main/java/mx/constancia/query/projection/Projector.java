package mx.constancia.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import mx.constancia.events.StoredEvent;
import mx.constancia.events.StreamId;
import mx.constancia.history.MechanismState;
import mx.constancia.query.appointment.AppointmentDocuments;
import mx.constancia.query.log.LogPages;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Write;
import mx.constancia.query.timeline.TimelinePages;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Projects one batch of records. It may fail or die between any two of its writes: the batch is then read again, and what
 * was written already is recognized.
 *
 * <p>The order of the writes carries that promise. What depends on a mechanism's document is written before it, because the
 * document's version says that everything up to it is done; the log's pages are written after it, because they make a
 * position visible; the progress is written last. The progress is guarded by the one that was loaded: when the store was
 * emptied or another node took over in between, the batch does not count.
 */
public final class Projector {

    private final ViewStore store;
    private final ParkedEvents parked;
    private final Holes holes;

    public Projector(ViewStore store) {
        this.store = store;
        this.parked = new ParkedEvents(store);
        this.holes = new Holes(store);
    }

    /** The stored progress of partitions; of none where nothing was read. */
    Map<Integer, Progress> progress(String topicId, Collection<Integer> partitions) {
        return progressOf(topicId, partitions, store.find(View.PROGRESS, partitions.stream().map(Progress::id).toList()));
    }

    /** The offset at which each partition is to be read on; {@link Progress#BEGINNING} where nothing was read. */
    Map<Integer, Long> next(Collection<Integer> partitions) {
        return progress("", partitions).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().next()));
    }

    private static Map<Integer, Progress> progressOf(String topicId, Collection<Integer> partitions, Map<String, Document> documents) {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, partition ->
                Optional.ofNullable(documents.get(Progress.id(partition))).map(Progress::of).orElse(Progress.none(partition, topicId))));
    }

    /**
     * Projects a batch.
     *
     * @param topicId Kafka's id of the topic that the batch was read from
     * @return what became of it; partitions whose stored progress is not where the batch begins are left out, to be read from there
     * @throws HistoryChangedException when the stored progress is that of another topic
     * @throws mx.constancia.query.store.ConcurrentChangeException when the batch has to be projected again
     */
    Projected project(String topicId, Collection<PartitionBatch> batch) {
        List<String> ids = new ArrayList<>(batch.stream().map(each -> Progress.id(each.partition())).toList());
        ids.add(VisibleHead.HINT);
        Map<String, Document> documents = store.find(View.PROGRESS, ids);
        Map<Integer, Progress> before = progressOf(topicId, batch.stream().map(PartitionBatch::partition).toList(), documents);
        before.values().forEach(progress -> HistoryChangedException.check(topicId, progress));
        List<PartitionBatch> due = batch.stream().filter(each -> before.get(each.partition()).next() == each.from()).toList();

        Batch read = new Batch(due);
        List<StreamFold<?>> streams = fold(read);
        List<StreamFold<?>> standing = streams.stream().filter(stream -> stream.failed().isPresent() || !stream.beyond().isEmpty()).toList();
        Map<Boolean, List<StreamFold<?>>> still = standing.stream().collect(Collectors.partitioningBy(parked::isParked));
        Holes.Findings missing = holes.examine(streams, still.get(false), before);

        List<StoredEvent> applied = streams.stream().flatMap(stream -> stream.steps().stream()).map(StreamFold.Step::event).toList();
        store.write(View.APPOINTMENTS, appointments(streams));
        store.write(View.TIMELINE, timelines(streams));
        store.write(View.PARKED, parked.writes(streams, still.get(true), read.unreadable()));
        store.write(View.HOLES, missing.writes());
        store.write(View.MECHANISMS, documents(streams, View.MECHANISMS));
        store.write(View.AGENCIES, documents(streams, View.AGENCIES));
        store.write(View.LOG, LogPages.fills(notVisible(read, documents.get(VisibleHead.HINT))));

        Map<Integer, Progress> after = new LinkedHashMap<>(before);
        due.forEach(each -> {
            StoredEvent last = read.last().get(each.partition());
            Progress next = before.get(each.partition()).read(each.lastOffset(), last == null ? null : last.recordedAt());
            Long reread = missing.reread().get(each.partition());
            after.put(each.partition(), reread == null ? next : next.reread(reread));
        });
        store.write(View.PROGRESS, due.stream().map(each -> {
            Document loaded = documents.get(Progress.id(each.partition()));
            long revision = loaded == null ? 1 : loaded.getLong("version") + 1;
            return Write.guarded(loaded, after.get(each.partition()).toDocument(revision));
        }).toList());
        return new Projected(after, applied.size(), streams.stream().mapToInt(StreamFold::duplicates).sum());
    }

    private List<StreamFold<?>> fold(Batch read) {
        Map<View, Set<String>> wanted = new HashMap<>();
        read.streams().keySet().forEach(stream -> Aggregates.of(stream).ifPresent(aggregate ->
                wanted.computeIfAbsent(aggregate.view(), view -> new HashSet<>()).add(StreamId.idOf(stream))));
        Map<View, Map<String, Document>> loaded = new HashMap<>();
        wanted.forEach((view, ids) -> loaded.put(view, store.find(view, ids)));
        List<StreamFold<?>> streams = new ArrayList<>();
        read.streams().forEach((id, arrivals) -> Aggregates.of(id).ifPresent(aggregate -> {
            StreamFold<?> stream = new StreamFold<>(id, aggregate, loaded.get(aggregate.view()).get(StreamId.idOf(id)));
            arrivals.stream().sorted(Comparator.comparingLong(Arrival::version)).forEach(stream::take);
            streams.add(stream);
        }));
        return streams;
    }

    private List<Write> appointments(List<StreamFold<?>> streams) {
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

    private static List<Write> timelines(List<StreamFold<?>> streams) {
        return streams.stream().filter(stream -> stream.aggregate().view() == View.MECHANISMS)
                .flatMap(stream -> TimelinePages.fills(StreamId.idOf(stream.streamId()),
                        stream.steps().stream().map(StreamFold.Step::event).toList()).stream())
                .toList();
    }

    private static List<Write> documents(List<StreamFold<?>> streams, View view) {
        return streams.stream().filter(stream -> stream.aggregate().view() == view)
                .flatMap(stream -> stream.changed().map(next -> Write.guarded(stream.loaded(), next)).stream())
                .toList();
    }

    /** A second reading passes many positions that were visible long ago. */
    private static List<StoredEvent> notVisible(Batch read, @Nullable Document hint) {
        long visible = hint == null ? VisibleHead.NONE : hint.getLong("position");
        return read.arrivals().stream().map(Arrival::event).filter(event -> event.position() > visible).toList();
    }
}
