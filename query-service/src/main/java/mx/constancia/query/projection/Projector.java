package mx.constancia.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.constancia.events.StoredEvent;
import mx.constancia.query.catalogue.Boards;
import mx.constancia.query.log.EventPositions;
import mx.constancia.query.log.LogPages;
import mx.constancia.query.store.StoredEvents;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Write;

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
    private final RecentStates recent = new RecentStates();

    public Projector(ViewStore store) {
        this.store = store;
        this.parked = new ParkedEvents(store);
    }

    /** The stored progress of partitions; of none where nothing was read. */
    Map<Integer, Progress> progress(String topicId, Collection<Integer> partitions) {
        return Known.progress(store.find(View.PROGRESS, partitions.stream().map(Progress::id).toList()), topicId, partitions);
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
        Batch read = new Batch(batch);
        List<StreamFold<?>> streams = new ArrayList<>();
        Map<String, List<Arrival>> unknown = remembered(read, streams);
        Known known = Known.of(store, topicId, batch.stream().map(PartitionBatch::partition).toList(), read, unknown.keySet());
        known.progress().values().forEach(progress -> HistoryChangedException.check(topicId, progress));
        List<PartitionBatch> due = batch.stream().filter(each -> known.progress().get(each.partition()).next() == each.from()).toList();
        if (due.size() < batch.size()) {
            Map<Integer, Progress> progress = new HashMap<>(known.progress());
            Projected projected = due.isEmpty() ? new Projected(progress, 0, 0) : project(topicId, due);
            progress.putAll(projected.progress());
            return new Projected(progress, projected.applied(), projected.duplicates());
        }
        unknown.forEach((id, inOrder) -> Aggregates.of(id).ifPresent(aggregate ->
                streams.add(StreamFold.of(id, aggregate, known.aggregate(aggregate, id), inOrder))));
        try {
            return write(read, due, known, streams);
        } catch (RuntimeException e) {
            // Some of its documents may be written.
            recent.forget(read.streams().keySet());
            throw e;
        }
    }

    /** Folds the streams that are remembered; returns the events of the others, in their order. */
    private Map<String, List<Arrival>> remembered(Batch read, List<StreamFold<?>> streams) {
        Map<String, List<Arrival>> unknown = new HashMap<>();
        read.streams().forEach((id, arrivals) -> {
            List<Arrival> inOrder = arrivals.stream().sorted(Comparator.comparingLong(Arrival::version)).toList();
            // What stands still is decided by the documents alone.
            recent.begin(id, inOrder).map(stream -> stream.taken(inOrder)).filter(stream -> !stream.standsStill())
                    .ifPresentOrElse(streams::add, () -> unknown.put(id, inOrder));
        });
        return unknown;
    }

    private Projected write(Batch read, List<PartitionBatch> due, Known known, List<StreamFold<?>> streams) {
        Map<Boolean, List<StreamFold<?>>> still = streams.stream().filter(StreamFold::standsStill)
                .collect(Collectors.partitioningBy(parked::isParked));
        Holes.Findings missing = Holes.examine(streams, still.get(false), known);
        Map<Integer, Progress> after = after(due, known.progress(), read, missing);
        // A second reading passes many positions that were visible long ago.
        List<StoredEvent> unseen = read.events().stream().filter(event -> event.position() > known.visible()).toList();

        ViewWrites writes = new ViewWrites(streams);
        store.write(View.TEXTS, StoredEvents.texts(read.events()));
        store.atOnce(Stream.concat(
                Boards.DERIVATIONS.stream().filter(writes::touches)
                        .map(derivation -> () -> store.write(derivation.view(), writes.derived(derivation, store))),
                writing(Map.of(View.TIMELINE, writes.timelines(), View.PARKED, ParkedEvents.writes(streams, still.get(true), read, known.parked()),
                        View.HOLES, missing.writes(), View.EVENT_POSITIONS, EventPositions.writes(unseen)))));
        store.atOnce(writing(Stream.of(View.MECHANISMS, View.AGENCIES, View.INSTALLATIONS).collect(Collectors.toMap(view -> view, writes::documents))));
        store.write(View.LOG, LogPages.fills(unseen));
        store.write(View.PROGRESS, due.stream().map(each -> after.get(each.partition()).write()).toList());
        recent.keep(streams);
        return new Projected(after, writes.applied(), streams.stream().mapToInt(StreamFold::duplicates).sum());
    }

    private Stream<Runnable> writing(Map<View, List<Write>> writes) {
        return writes.entrySet().stream().filter(each -> !each.getValue().isEmpty()).map(each -> () -> store.write(each.getKey(), each.getValue()));
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
}
