package mx.constancia.query.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.constancia.query.catalogue.Boards;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

/**
 * Folds streams of a batch and writes what came of them. What depends on the document of a stream's aggregate, and what is parked or
 * missing, is written before it, because the document's version says that everything up to it is done.
 */
final class StreamsWriter {

    private final ViewStore store;
    private final ParkedEvents parked;
    private final Batch read;
    private final Known known;
    private final Map<String, StreamFold<?>> remembered;

    /** @param remembered streams whose state needs no document */
    StreamsWriter(ViewStore store, Batch read, Known known, Map<String, StreamFold<?>> remembered) {
        this.store = store;
        this.parked = new ParkedEvents(store);
        this.read = read;
        this.known = known;
        this.remembered = remembered;
    }

    /**
     * Streams that were folded and written.
     *
     * @param reread highest offset to reach in a second reading, by partition
     */
    record Written(List<StreamFold<?>> streams, Map<Integer, Long> reread) {

        static final Written NOTHING = new Written(List.of(), Map.of());

        static Written together(List<Written> all) {
            Written together = new Written(new ArrayList<>(), new HashMap<>());
            all.forEach(each -> {
                together.streams.addAll(each.streams);
                each.reread.forEach((partition, offset) -> together.reread.merge(partition, offset, Math::max));
            });
            return together;
        }
    }

    /**
     * Folds and writes streams of the batch.
     *
     * @param inAnyOrder does what does not depend on each other
     */
    Written written(List<String> ids, Consumer<Stream<Runnable>> inAnyOrder) {
        List<StreamFold<?>> streams = ids.stream().<StreamFold<?>>map(this::fold).toList();
        Map<Boolean, List<StreamFold<?>>> still = streams.stream().filter(StreamFold::standsStill)
                .collect(Collectors.partitioningBy(parked::isParked));
        Holes.Findings missing = Holes.examine(streams, still.get(false), known);
        ViewWrites writes = new ViewWrites(streams);
        Stream<Runnable> boards = Boards.DERIVATIONS.stream().map(derivation ->
                () -> store.write(derivation.view(), ViewWrites.writes(derivation, writes.derived(derivation), store)));
        inAnyOrder.accept(Stream.concat(boards, Stream.of(
                () -> store.write(View.TIMELINE, writes.timelines()),
                () -> store.write(View.PARKED, ParkedEvents.writes(streams, still.get(true), read, known.parked())),
                () -> store.write(View.HOLES, missing.writes()))));
        inAnyOrder.accept(Stream.of(View.MECHANISMS, View.AGENCIES, View.INSTALLATIONS).map(view -> () -> store.write(view, writes.documents(view))));
        streams.forEach(StreamFold::letGo);
        return new Written(streams, missing.reread());
    }

    private StreamFold<?> fold(String id) {
        List<Arrival> events = read.streams().get(id);
        StreamFold<?> begun = remembered.get(id);
        if (begun != null && !begun.taken(events).standsStill()) {
            return begun;
        }
        // Whether a stream stands still, the documents alone decide.
        Aggregate<?> aggregate = Aggregates.of(id).orElseThrow();
        return StreamFold.of(id, aggregate, begun == null ? known.aggregate(aggregate, id) : aggregate.load(store, id), events);
    }
}
