package mx.constancia.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.constancia.events.StreamId;
import mx.constancia.query.log.VisibleHead;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What the views say before a batch is projected, read at once.
 *
 * @param progress   of each partition of the batch; of none where nothing was read
 * @param visible    a position that the visible head once had
 * @param holes      the holes of the batch's streams, by stream
 * @param parked     those of the batch's events and records that are parked, by their {@code _id}
 * @param aggregates the documents of the streams that were asked for, by their {@code _id}
 */
record Known(Map<Integer, Progress> progress, long visible, Map<String, Document> holes, Map<String, Document> parked,
        Map<View, Map<String, Document>> aggregates) {

    /** Reads it; the aggregates of {@code streams} only. */
    static Known of(ViewStore store, String topicId, Collection<Integer> partitions, Batch read, Collection<String> streams) {
        Map<View, Set<String>> wanted = new HashMap<>();
        streams.forEach(stream -> Aggregates.of(stream).ifPresent(aggregate ->
                wanted.computeIfAbsent(aggregate.view(), view -> new HashSet<>()).add(StreamId.idOf(stream))));
        List<View> views = List.copyOf(wanted.keySet());

        List<Supplier<Map<String, Document>>> questions = new ArrayList<>();
        questions.add(() -> store.find(View.PROGRESS, Stream.concat(partitions.stream().map(Progress::id), Stream.of(VisibleHead.HINT)).toList()));
        questions.add(() -> store.isEmpty(View.HOLES) ? Map.of() : store.find(View.HOLES, read.streams().keySet()));
        questions.add(() -> store.isEmpty(View.PARKED) ? Map.of() : store.find(View.PARKED, ParkedEvents.ids(read), "_id"));
        views.forEach(view -> questions.add(() -> store.find(view, wanted.get(view))));
        List<Map<String, Document>> answers = store.atOnce(questions);

        Map<String, Document> stored = answers.get(0);
        Map<View, Map<String, Document>> aggregates = new HashMap<>();
        views.forEach(view -> aggregates.put(view, answers.get(questions.size() - views.size() + views.indexOf(view))));
        return new Known(progress(stored, topicId, partitions), VisibleHead.position(stored.get(VisibleHead.HINT)),
                answers.get(1), answers.get(2), aggregates);
    }

    /** The progress that documents hold, by partition. */
    static Map<Integer, Progress> progress(Map<String, Document> stored, String topicId, Collection<Integer> partitions) {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, partition ->
                Optional.ofNullable(stored.get(Progress.id(partition))).map(Progress::of).orElse(Progress.none(partition, topicId))));
    }

    /** The document of a stream's aggregate; absent when there is none. */
    @Nullable Document aggregate(Aggregate<?> aggregate, String stream) {
        return aggregates.get(aggregate.view()).get(StreamId.idOf(stream));
    }
}
