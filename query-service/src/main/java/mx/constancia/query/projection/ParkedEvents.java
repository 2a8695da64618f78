package mx.constancia.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Write;

import org.bson.Document;

/**
 * Events that cannot be projected and, to keep the stream's order, those behind them. {@code _id} is stream id, slash,
 * version; the events themselves stay in the topic and in the log.
 */
final class ParkedEvents {

    private final ViewStore store;

    ParkedEvents(ViewStore store) {
        this.store = store;
    }

    /** Whether the stream stands still because its next event is parked. */
    boolean isParked(StreamFold<?> stream) {
        String next = id(stream.streamId(), stream.version() + 1);
        return stream.failed().isPresent() || store.find(View.PARKED, List.of(next), "_id").containsKey(next);
    }

    /**
     * The writes of streams that stand still, and of streams that moved on.
     *
     * @param parked those of {@link #ids} that are parked
     */
    static List<Write> writes(List<StreamFold<?>> streams, List<StreamFold<?>> still, Batch read, Map<String, Document> parked) {
        List<Write> writes = new ArrayList<>();
        for (StreamFold<?> stream : still) {
            stream.failed().ifPresent(arrival -> writes.add(park(arrival, stream.reason())));
            for (Arrival arrival : stream.beyond()) {
                writes.add(park(arrival, "waits for version " + (stream.version() + 1)));
            }
        }
        if (parked.isEmpty()) {
            return writes;
        }
        // What was folded now, and what an older build could not read.
        streams.stream().flatMap(stream -> Stream.concat(stream.steps().stream().map(step -> id(stream.streamId(), step.event().version())),
                        read.streams().get(stream.streamId()).stream().map(ParkedEvents::recordId)))
                .filter(parked::containsKey).forEach(id -> writes.add(new Write.Delete(id)));
        return writes;
    }

    /** The writes of records that are no events. */
    static List<Write> unreadable(Batch read) {
        return read.unreadable().stream().<Write>map(each -> {
            Delivery delivery = each.delivery();
            return new Write.Put(new Document("_id", recordId(delivery.partition(), delivery.offset()))
                    .append("streamId", delivery.key()).append("partition", delivery.partition()).append("offset", delivery.offset())
                    .append("reason", each.reason()));
        }).toList();
    }

    /** Under what the events and records of a batch would be parked. */
    static List<String> ids(Batch read) {
        return read.streams().values().stream().flatMap(Collection::stream)
                .flatMap(arrival -> Stream.of(id(arrival.streamId(), arrival.version()), recordId(arrival))).toList();
    }

    private static Write park(Arrival arrival, String reason) {
        return new Write.Put(new Document("_id", id(arrival.streamId(), arrival.version()))
                .append("streamId", arrival.streamId())
                .append("version", arrival.version())
                .append("position", arrival.event().position())
                .append("eventId", arrival.event().eventId())
                .append("type", arrival.event().type())
                .append("partition", arrival.partition())
                .append("offset", arrival.offset())
                .append("recordedAt", Date.from(arrival.event().recordedAt()))
                .append("reason", reason));
    }

    private static String recordId(Arrival arrival) {
        return recordId(arrival.partition(), arrival.offset());
    }

    private static String recordId(int partition, long offset) {
        return "record-" + partition + "-" + offset;
    }

    private static String id(String streamId, long version) {
        return streamId + "/" + version;
    }
}
