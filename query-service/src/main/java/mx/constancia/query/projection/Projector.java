package mx.constancia.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.constancia.query.catalogue.Boards;
import mx.constancia.query.log.EventPositions;
import mx.constancia.query.log.LogEntries;
import mx.constancia.query.store.SlottedEvent;
import mx.constancia.query.store.StoredEvents;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Write;

/**
 * Projects one batch of records. It may fail or die between any two of its writes: the batch is then read again, and what
 * was written already is recognized.
 *
 * <p>The order of the writes carries that promise. What depends on a mechanism's document is written before it, because the
 * document's version says that everything up to it is done; the log's entries are written after it, because they make
 * positions visible; the progress is written last. The progress is guarded by the one that was loaded: when the store was
 * emptied or another node took over in between, the batch does not count.
 */
public final class Projector {

    /** Records of a batch that is worked on in parts, each with round trips of its own; a live one has a few. */
    private static final int MANY = 2_000;
    /** Parts of a batch of {@link #MANY}. */
    private static final int PARTS_OF_MANY = 6;

    private final ViewStore store;
    private final int many;
    private final ParkedEvents parked;
    private final RecentStates recent = new RecentStates();

    public Projector(ViewStore store) {
        this(store, MANY);
    }

    /** @param many records of a batch that is worked on in parts */
    Projector(ViewStore store, int many) {
        this.store = store;
        this.many = many;
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
        Batch read = new Batch(batch, many);
        Map<String, StreamFold<?>> remembered = new HashMap<>();
        read.streams().forEach((stream, events) -> recent.begin(stream, events).ifPresent(fold -> remembered.put(stream, fold)));
        Set<String> unknown = new HashSet<>(read.streams().keySet());
        unknown.removeAll(remembered.keySet());
        Known known = Known.of(store, topicId, batch.stream().map(PartitionBatch::partition).toList(), read, unknown);
        known.progress().values().forEach(progress -> HistoryChangedException.check(topicId, progress));
        List<PartitionBatch> due = batch.stream().filter(each -> known.progress().get(each.partition()).next() == each.from()).toList();
        if (due.size() < batch.size()) {
            Map<Integer, Progress> progress = new HashMap<>(known.progress());
            Projected projected = due.isEmpty() ? new Projected(progress, 0, 0) : project(topicId, due);
            progress.putAll(projected.progress());
            return new Projected(progress, projected.applied(), projected.duplicates());
        }
        try {
            return write(read, due, known, remembered);
        } catch (RuntimeException e) {
            // Some of its documents may be written.
            recent.forget(read.streams().keySet());
            throw e;
        }
    }

    private Projected write(Batch read, List<PartitionBatch> due, Known known, Map<String, StreamFold<?>> remembered) {
        // A second reading passes many positions that were visible long ago.
        List<SlottedEvent> unseen = read.events().stream().filter(each -> each.event().position() > known.visible()).toList();
        store.write(View.TEXTS, StoredEvents.texts(read.events().stream().map(SlottedEvent::event).toList()));
        List<StreamFold<?>> streams = folded(read, known, remembered, unseen);
        Map<Boolean, List<StreamFold<?>>> still = streams.stream().filter(StreamFold::standsStill)
                .collect(Collectors.partitioningBy(parked::isParked));
        Holes.Findings missing = Holes.examine(streams, still.get(false), known);
        Map<Integer, Progress> after = after(due, known.progress(), read, missing);
        ViewWrites writes = new ViewWrites(streams);
        store.atOnce(Stream.concat(
                writing(View.PARKED, ParkedEvents.writes(streams, still.get(true), read, known.parked()), Function.identity()),
                writing(View.HOLES, missing.writes(), Function.identity())));
        store.atOnce(Stream.of(View.MECHANISMS, View.AGENCIES, View.INSTALLATIONS)
                .flatMap(view -> writing(view, writes.documents(view), Function.identity())));
        store.atOnce(writing(View.LOG, unseen, LogEntries::writes));
        store.write(View.PROGRESS, due.stream().map(each -> after.get(each.partition()).write()).toList());
        recent.keep(streams);
        return new Projected(after, writes.applied(), streams.stream().mapToInt(StreamFold::duplicates).sum());
    }

    /**
     * The streams, folded, after what depends on their documents was written. Of a large batch some are folded while the store takes in
     * what came of others.
     */
    private List<StreamFold<?>> folded(Batch read, Known known, Map<String, StreamFold<?>> remembered, List<SlottedEvent> unseen) {
        List<String> ids = List.copyOf(read.streams().keySet());
        Stream<Runnable> positions = writing(View.EVENT_POSITIONS, unseen, EventPositions::writes);
        if (!read.isLarge()) {
            List<StreamFold<?>> streams = fold(ids, read, known, remembered);
            store.atOnce(Stream.concat(dependent(streams), positions));
            return streams;
        }
        List<Supplier<List<StreamFold<?>>>> parts = new ArrayList<>(Portions.of(ids, 1).<Supplier<List<StreamFold<?>>>>map(part -> () -> {
            List<StreamFold<?>> streams = fold(part, read, known, remembered);
            dependent(streams).forEach(Runnable::run);
            return streams;
        }).toList());
        positions.forEach(each -> parts.add(() -> {
            each.run();
            return List.of();
        }));
        return store.atOnce(parts).stream().flatMap(List::stream).toList();
    }

    private List<StreamFold<?>> fold(List<String> ids, Batch read, Known known, Map<String, StreamFold<?>> remembered) {
        return ids.stream().<StreamFold<?>>map(id -> {
            List<Arrival> events = read.streams().get(id);
            StreamFold<?> begun = remembered.get(id);
            if (begun != null && !begun.taken(events).standsStill()) {
                return begun;
            }
            // Whether a stream stands still, the documents alone decide.
            Aggregate<?> aggregate = Aggregates.of(id).orElseThrow();
            return StreamFold.of(id, aggregate, begun == null ? known.aggregate(aggregate, id) : aggregate.load(store, id), events);
        }).toList();
    }

    /** The writes of what depends on the streams' documents. */
    private Stream<Runnable> dependent(List<StreamFold<?>> streams) {
        ViewWrites writes = new ViewWrites(streams);
        return Stream.concat(
                Boards.DERIVATIONS.stream().<Runnable>map(derivation ->
                        () -> store.write(derivation.view(), ViewWrites.writes(derivation, writes.derived(derivation), store))),
                Stream.of(() -> store.write(View.TIMELINE, writes.timelines())));
    }

    /** Much is written in parts: one is encoded while the store takes in another one. */
    private <T> Stream<Runnable> writing(View view, List<T> all, Function<List<T>, List<Write>> writes) {
        return Portions.of(all, Math.ceilDiv(many, PARTS_OF_MANY)).map(part -> () -> store.write(view, writes.apply(part)));
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
