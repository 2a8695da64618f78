package mx.constancia.query.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import mx.constancia.events.CloudEventBinding;
import mx.constancia.events.StoredEvent;

import org.jspecify.annotations.Nullable;

/** The records of a batch, read: the events by stream, and the records that are none. */
final class Batch {

    /** A record that is not an event of a kind that this build knows, and why. */
    record Unreadable(Delivery delivery, String reason) {
    }

    /** A record, and what was read of it. */
    private record Reading(Delivery delivery, @Nullable StoredEvent event, String reason) {

        static Reading of(Delivery delivery) {
            try {
                return new Reading(delivery, CloudEventBinding.parse(delivery.headers(), delivery.value()), "");
            } catch (RuntimeException e) {
                return new Reading(delivery, null, "not an event: " + e.getClass().getSimpleName());
            }
        }
    }

    /** Records of a batch that is worth sharing among the processors; a live one is a few. */
    private static final int MANY = 256;

    private final boolean many;
    private final Map<String, List<Arrival>> streams = new LinkedHashMap<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Map<Integer, Instant> lastRecordedAt = new HashMap<>();

    Batch(Collection<PartitionBatch> partitions) {
        List<Delivery> deliveries = partitions.stream().flatMap(partition -> partition.deliveries().stream()).toList();
        this.many = deliveries.size() >= MANY;
        sideBySide(deliveries).map(Reading::of).toList().forEach(this::take);
        streams.values().forEach(arrivals -> arrivals.sort(Comparator.comparingLong(Arrival::version)));
    }

    /** What can be worked on in any order, by all processors when the batch is large. */
    <T> Stream<T> sideBySide(Collection<T> independent) {
        return many ? List.copyOf(independent).parallelStream() : independent.stream();
    }

    private void take(Reading reading) {
        Delivery delivery = reading.delivery();
        StoredEvent event = reading.event();
        if (event == null) {
            unreadable.add(new Unreadable(delivery, reading.reason()));
            return;
        }
        events.add(event);
        if (Aggregates.of(event.streamId()).isPresent()) {
            streams.computeIfAbsent(event.streamId(), id -> new ArrayList<>()).add(new Arrival(delivery.partition(), delivery.offset(), event));
        } else {
            unreadable.add(new Unreadable(delivery, "unknown kind of stream"));
        }
        lastRecordedAt.put(delivery.partition(), event.recordedAt());
    }

    /** Every event, as it came. */
    List<StoredEvent> events() {
        return events;
    }

    /** The events of each stream, by version. */
    Map<String, List<Arrival>> streams() {
        return streams;
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /** When a partition's last event had been recorded; absent when the batch has none of it. */
    @Nullable Instant lastRecordedAt(int partition) {
        return lastRecordedAt.get(partition);
    }
}
