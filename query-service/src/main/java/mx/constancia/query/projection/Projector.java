package mx.constancia.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import mx.constancia.events.StoredEvent;
import mx.constancia.events.StreamId;
import mx.constancia.query.catalogue.Boards;
import mx.constancia.query.log.EventPositions;
import mx.constancia.query.log.LogPages;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.StoredEvents;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;

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
    private final RecentStates recent = new RecentStates();

    public Projector(ViewStore store) {
        this.store = store;
        this.parked = new ParkedEvents(store);
        this.holes = new Holes(store);
    }

    /** The stored progress of partitions; of none where nothing was read. */
    Map<Integer, Progress> progress(String topicId, Collection<Integer> partitions) {
        Map<String, Document> documents = store.find(View.PROGRESS, partitions.stream().map(Progress::id).toList());
        return partitions.stream().collect(Collectors.toMap(partition -> partition, partition ->
                Optional.ofNullable(documents.get(Progress.id(partition))).map(Progress::of).orElse(Progress.none(partition, topicId))));
    }

    /** The offset at which each partition is to be read on; {@link Progress#BEGINNING} where nothing was read. */
    Map<Integer, Long> next(Collection<Integer> partitions) {
        return progress("", partitions).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().next()));
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
        Map<Integer, Progress> before = progress(topicId, batch.stream().map(PartitionBatch::partition).toList());
        before.values().forEach(progress -> HistoryChangedException.check(topicId, progress));
        long visible = VisibleHead.remembered(store);
        List<PartitionBatch> due = batch.stream().filter(each -> before.get(each.partition()).next() == each.from()).toList();

        Batch read = new Batch(due);
        try {
            return project(read, due, before, visible);
        } catch (RuntimeException e) {
            // Some of its documents may be written.
            recent.forget(read.streams().keySet());
            throw e;
        }
    }

    private Projected project(Batch read, List<PartitionBatch> due, Map<Integer, Progress> before, long visible) {
        List<StreamFold<?>> streams = fold(read);
        Map<Boolean, List<StreamFold<?>>> still = streams.stream().filter(StreamFold::standsStill)
                .collect(Collectors.partitioningBy(parked::isParked));
        Holes.Findings missing = holes.examine(streams, still.get(false), before);
        Map<Integer, Progress> after = after(due, before, read, missing);

        ViewWrites writes = new ViewWrites(streams);
        store.write(View.TEXTS, StoredEvents.texts(read.events()));
        Boards.DERIVATIONS.forEach(derivation -> store.write(derivation.view(), writes.derived(derivation, store)));
        store.write(View.TIMELINE, writes.timelines());
        store.write(View.PARKED, parked.writes(streams, still.get(true), read));
        store.write(View.HOLES, missing.writes());
        store.write(View.MECHANISMS, writes.documents(View.MECHANISMS));
        store.write(View.AGENCIES, writes.documents(View.AGENCIES));
        store.write(View.INSTALLATIONS, writes.documents(View.INSTALLATIONS));
        // A second reading passes many positions that were visible long ago.
        List<StoredEvent> unseen = read.events().stream().filter(event -> event.position() > visible).toList();
        store.write(View.EVENT_POSITIONS, EventPositions.writes(unseen));
        store.write(View.LOG, LogPages.fills(unseen));
        store.write(View.PROGRESS, due.stream().map(each -> after.get(each.partition()).write()).toList());
        recent.keep(streams);
        return new Projected(after, writes.applied(), streams.stream().mapToInt(StreamFold::duplicates).sum());
    }

    private static Map<Integer, Progress> after(
            List<PartitionBatch> due, Map<Integer, Progress> before, Batch read, Holes.Findings missing) {
        Map<Integer, Progress> after = new HashMap<>(before);
        for (PartitionBatch each : due) {
            int partition = each.partition();
            Progress next = before.get(partition).read(each.lastOffset(), read.lastRecordedAt(partition));
            Long reread = missing.reread().get(partition);
            after.put(partition, reread == null ? next : next.reread(reread));
        }
        return after;
    }

    private List<StreamFold<?>> fold(Batch read) {
        Map<String, List<Arrival>> unknown = new HashMap<>();
        List<StreamFold<?>> streams = new ArrayList<>();
        read.streams().forEach((id, arrivals) -> {
            List<Arrival> inOrder = arrivals.stream().sorted(Comparator.comparingLong(Arrival::version)).toList();
            // What stands still is decided by the documents alone.
            recent.begin(id, inOrder).map(stream -> stream.taken(inOrder)).filter(stream -> !stream.standsStill())
                    .ifPresentOrElse(streams::add, () -> unknown.put(id, inOrder));
        });
        Map<View, Map<String, Document>> loaded = load(unknown.keySet());
        unknown.forEach((id, inOrder) -> Aggregates.of(id).ifPresent(aggregate ->
                streams.add(StreamFold.of(id, aggregate, loaded.get(aggregate.view()).get(StreamId.idOf(id)), inOrder))));
        return streams;
    }

    private Map<View, Map<String, Document>> load(Set<String> streams) {
        Map<View, Set<String>> wanted = new HashMap<>();
        streams.forEach(stream -> Aggregates.of(stream).ifPresent(aggregate ->
                wanted.computeIfAbsent(aggregate.view(), view -> new HashSet<>()).add(StreamId.idOf(stream))));
        Map<View, Map<String, Document>> loaded = new HashMap<>();
        wanted.forEach((view, ids) -> loaded.put(view, store.find(view, ids)));
        return loaded;
    }
}
