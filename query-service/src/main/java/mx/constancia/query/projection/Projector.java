package mx.constancia.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Parts that much is written in at once, and what is not worth parting. */
    private static final int PARTS = 4;
    private static final int FEW = 64;

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
        Map<String, StreamFold<?>> remembered = remembered(read);
        Map<String, List<Arrival>> unknown = new HashMap<>(read.streams());
        unknown.keySet().removeAll(remembered.keySet());
        Known known = Known.of(store, topicId, batch.stream().map(PartitionBatch::partition).toList(), read, unknown.keySet());
        known.progress().values().forEach(progress -> HistoryChangedException.check(topicId, progress));
        List<PartitionBatch> due = batch.stream().filter(each -> known.progress().get(each.partition()).next() == each.from()).toList();
        if (due.size() < batch.size()) {
            Map<Integer, Progress> progress = new HashMap<>(known.progress());
            Projected projected = due.isEmpty() ? new Projected(progress, 0, 0) : project(topicId, due);
            progress.putAll(projected.progress());
            return new Projected(progress, projected.applied(), projected.duplicates());
        }
        List<StreamFold<?>> streams = new ArrayList<>(remembered.values());
        streams.addAll(read.sideBySide(unknown.entrySet()).<StreamFold<?>>flatMap(stream -> Aggregates.of(stream.getKey()).stream()
                .map(aggregate -> StreamFold.of(stream.getKey(), aggregate, known.aggregate(aggregate, stream.getKey()), stream.getValue())))
                .toList());
        try {
            return write(read, due, known, streams);
        } catch (RuntimeException e) {
            // Some of its documents may be written.
            recent.forget(read.streams().keySet());
            throw e;
        }
    }

    /** The folds of the streams that are remembered; none of those that stand still, which the documents alone decide. */
    private Map<String, StreamFold<?>> remembered(Batch read) {
        return read.sideBySide(read.streams().entrySet())
                .<StreamFold<?>>flatMap(stream -> recent.begin(stream.getKey(), stream.getValue()).stream().map(fold -> fold.taken(stream.getValue())))
                .filter(fold -> !fold.standsStill())
                .collect(Collectors.toMap(StreamFold::streamId, Function.identity()));
    }

    private Projected write(Batch read, List<PartitionBatch> due, Known known, List<StreamFold<?>> streams) {
        Map<Boolean, List<StreamFold<?>>> still = streams.stream().filter(StreamFold::standsStill)
                .collect(Collectors.partitioningBy(parked::isParked));
        Holes.Findings missing = Holes.examine(streams, still.get(false), known);
        Map<Integer, Progress> after = after(due, known.progress(), read, missing);
        // A second reading passes many positions that were visible long ago.
        List<StoredEvent> unseen = read.events().stream().filter(event -> event.position() > known.visible())
                .sorted(Comparator.comparingLong(StoredEvent::position)).toList();

        ViewWrites writes = new ViewWrites(streams);
        store.write(View.TEXTS, StoredEvents.texts(read.events()));
        store.atOnce(Stream.of(
                Boards.DERIVATIONS.stream().flatMap(derivation -> writing(derivation.view(), writes.derived(derivation),
                        documents -> ViewWrites.writes(derivation, documents, store))),
                writing(View.TIMELINE, streams, ViewWrites::timelines),
                writing(View.EVENT_POSITIONS, unseen, EventPositions::writes),
                writing(View.PARKED, ParkedEvents.writes(streams, still.get(true), read, known.parked()), Function.identity()),
                writing(View.HOLES, missing.writes(), Function.identity())).flatMap(each -> each));
        store.atOnce(Stream.of(View.MECHANISMS, View.AGENCIES, View.INSTALLATIONS)
                .flatMap(view -> writing(view, writes.documents(view), Function.identity())));
        store.atOnce(writing(View.LOG, unseen, LogPages::fills));
        store.write(View.PROGRESS, due.stream().map(each -> after.get(each.partition()).write()).toList());
        recent.keep(streams);
        return new Projected(after, writes.applied(), streams.stream().mapToInt(StreamFold::duplicates).sum());
    }

    /** Much is written in parts: one is encoded while the store takes in another one. */
    private <T> Stream<Runnable> writing(View view, List<T> all, Function<List<T>, List<Write>> writes) {
        int size = Math.max(FEW, Math.ceilDiv(all.size(), PARTS));
        return IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                .mapToObj(from -> all.subList(from, Math.min(from + size, all.size())))
                .map(part -> () -> store.write(view, writes.apply(part)));
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
