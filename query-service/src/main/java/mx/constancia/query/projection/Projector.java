package mx.constancia.query.projection;

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
 * <p>The order of the writes carries that promise. Streams are written as {@link StreamsWriter} says; the log's entries are written
 * after them, because they make positions visible; the progress is written last. The progress is guarded by the one that was loaded: when the store was
 * emptied or another node took over in between, the batch does not count.
 */
public final class Projector {

    /** Records of a batch that is worked on in parts, each with round trips of its own; a live one has a few. */
    private static final int MANY = 2_000;
    /** Parts of a batch of {@link #MANY}. */
    private static final int PARTS_OF_MANY = 6;

    private final ViewStore store;
    private final int many;
    private final RecentStates recent = new RecentStates();

    public Projector(ViewStore store) {
        this(store, MANY);
    }

    /** @param many records of a batch that is worked on in parts */
    Projector(ViewStore store, int many) {
        this.store = store;
        this.many = many;
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
        StreamsWriter.Written written = written(new StreamsWriter(store, read, known, remembered), read, unseen);
        Map<Integer, Progress> after = after(due, known.progress(), read, written.reread());
        store.atOnce(writing(View.LOG, unseen, LogEntries::writes));
        store.write(View.PROGRESS, due.stream().map(each -> after.get(each.partition()).write()).toList());
        recent.keep(written.streams());
        return new Projected(after, written.streams().stream().mapToInt(StreamFold::applied).sum(),
                written.streams().stream().mapToInt(StreamFold::duplicates).sum());
    }

    /** Of a large batch some streams are folded while the store takes in what came of others; of a small one all of a kind is written at once. */
    private StreamsWriter.Written written(StreamsWriter writer, Batch read, List<SlottedEvent> unseen) {
        List<String> ids = List.copyOf(read.streams().keySet());
        Stream<Supplier<StreamsWriter.Written>> streams = read.isLarge()
                ? Portions.of(ids, 1).map(some -> () -> writer.written(some, independent -> independent.forEach(Runnable::run)))
                : Stream.of(() -> writer.written(ids, store::atOnce));
        Stream<Runnable> beside = Stream.concat(writing(View.EVENT_POSITIONS, unseen, EventPositions::writes),
                Stream.of(() -> store.write(View.PARKED, ParkedEvents.unreadable(read))));
        return StreamsWriter.Written.together(store.atOnce(Stream.concat(streams, beside.map(each -> () -> {
            each.run();
            return StreamsWriter.Written.NOTHING;
        })).toList()));
    }

    /** Much is written in parts: one is encoded while the store takes in another one. */
    private <T> Stream<Runnable> writing(View view, List<T> all, Function<List<T>, List<Write>> writes) {
        return Portions.of(all, Math.ceilDiv(many, PARTS_OF_MANY)).map(part -> () -> store.write(view, writes.apply(part)));
    }

    private static Map<Integer, Progress> after(
            List<PartitionBatch> due, Map<Integer, Progress> before, Batch read, Map<Integer, Long> rereading) {
        Map<Integer, Progress> after = new HashMap<>(before);
        for (PartitionBatch each : due) {
            int partition = each.partition();
            Progress next = before.get(partition).read(each.lastOffset(), read.lastRecordedAt(partition));
            Long reread = rereading.get(partition);
            after.put(partition, reread == null ? next : next.reread(reread));
        }
        return after;
    }
}
