package mx.constancia.query.projection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import mx.constancia.events.CloudEventBinding;
import mx.constancia.events.StoredEvent;
import mx.constancia.query.store.ConcurrentChangeException;
import mx.constancia.query.store.FailingViewStore;
import mx.constancia.query.store.ViewStore;

import org.apache.kafka.common.header.internals.RecordHeaders;

/** A topic without a broker: records by partition, and a reader that goes where the stored progress says. */
final class Partitions {

    static final String TOPIC_ID = "topic-1";
    private static final int COUNT = 3;
    private static final int PATIENCE = 100_000;
    private static final int TURN = 3;
    private static final CloudEventBinding BINDING = new CloudEventBinding("urn:test:log", "https://constancia.mx/schemas/");

    private final List<List<Delivery>> records = IntStream.range(0, COUNT).<List<Delivery>>mapToObj(partition -> new ArrayList<>()).toList();

    static Partitions of(Collection<StoredEvent> events) {
        Partitions topic = new Partitions();
        events.forEach(topic::send);
        return topic;
    }

    /** As a build would read them that does not know one of the events yet. */
    static Partitions withUnknown(StoredEvent unknown, Collection<StoredEvent> events) {
        Partitions topic = new Partitions();
        events.forEach(event -> {
            if (event.equals(unknown)) {
                topic.sendWithType(event, event.type().replaceAll("\\d+$", "9"));
            } else {
                topic.send(event);
            }
        });
        return topic;
    }

    void send(StoredEvent event) {
        send(event, BINDING.headers(event), BINDING.value(event));
    }

    void send(StoredEvent event, Map<String, String> headers, byte[] value) {
        int partition = Math.floorMod(event.streamId().hashCode(), COUNT);
        List<Delivery> there = records.get(partition);
        RecordHeaders sent = new RecordHeaders();
        headers.forEach((name, text) -> sent.add(name, text.getBytes(StandardCharsets.UTF_8)));
        there.add(new Delivery(partition, there.size(), event.streamId(), sent, value));
    }

    void sendWithType(StoredEvent event, String type) {
        Map<String, String> headers = new HashMap<>(BINDING.headers(event));
        headers.put("ce_type", type);
        send(event, headers, BINDING.value(event));
    }

    /** Reads everything in one batch per round. */
    void readInto(ViewStore store) {
        readInto(store, partition -> Integer.MAX_VALUE);
    }

    /**
     * Reads until nothing is left, by two readers in turns of a few batches, each of which remembers what it wrote in its own
     * turn; one of them works on all batches in parts. One that fails goes on, or is replaced by a new one that knows only what is stored.
     *
     * @param sizes how many records of a partition the next batch holds; may be 0, if not for ever
     */
    void readInto(ViewStore store, IntUnaryOperator sizes) {
        Projector[] readers = {new Projector(store), inParts(store)};
        Map<Integer, Long> positions = new HashMap<>(readers[0].next(partitions()));
        int failures = 0;
        for (int round = 0; positions.entrySet().stream().anyMatch(each -> isBehind(each.getKey(), each.getValue())); round++) {
            if (round > PATIENCE) {
                throw new AssertionError("the reader does not come to an end");
            }
            List<PartitionBatch> batch = positions.entrySet().stream().map(each -> next(each.getKey(), each.getValue(), sizes))
                    .filter(each -> !each.deliveries().isEmpty()).toList();
            if (batch.isEmpty()) {
                continue;
            }
            int turn = round / TURN % readers.length;
            try {
                readers[turn].project(TOPIC_ID, batch).progress().forEach((partition, progress) -> positions.put(partition, progress.next()));
            } catch (FailingViewStore.Died | ConcurrentChangeException e) {
                if (failures++ % 2 == 0) {
                    readers[turn] = turn == 0 ? new Projector(store) : inParts(store);
                }
                positions.putAll(readers[turn].next(partitions()));
            }
        }
    }

    /** One that works on each batch as on a large one. */
    private static Projector inParts(ViewStore store) {
        return new Projector(store, 1);
    }

    PartitionBatch all(int partition) {
        return new PartitionBatch(partition, Progress.BEGINNING, records.get(partition));
    }

    static List<Integer> partitions() {
        return IntStream.range(0, COUNT).boxed().toList();
    }

    private boolean isBehind(int partition, long position) {
        return !records.get(partition).isEmpty() && position < records.get(partition).size();
    }

    private PartitionBatch next(int partition, long position, IntUnaryOperator sizes) {
        List<Delivery> there = records.get(partition);
        int from = (int) Math.max(0, position);
        int size = Math.min(there.size() - from, sizes.applyAsInt(partition));
        return new PartitionBatch(partition, position, there.subList(from, from + Math.max(0, size)));
    }
}
