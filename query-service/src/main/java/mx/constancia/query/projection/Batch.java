package mx.constancia.query.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import mx.constancia.events.CloudEventBinding;
import mx.constancia.events.StoredEvent;

import org.jspecify.annotations.Nullable;

/** The records of a batch, read: the events by stream, and the records that are none. */
final class Batch {

    /** A record that is not an event of a kind that this build knows, and why. */
    record Unreadable(Delivery delivery, String reason) {
    }

    private final Map<String, List<Arrival>> streams = new LinkedHashMap<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Map<Integer, Instant> lastRecordedAt = new HashMap<>();

    Batch(Collection<PartitionBatch> partitions) {
        partitions.forEach(partition -> partition.deliveries().forEach(this::read));
    }

    private void read(Delivery delivery) {
        StoredEvent event;
        try {
            event = CloudEventBinding.parse(delivery.headers(), delivery.value());
        } catch (RuntimeException e) {
            unreadable.add(new Unreadable(delivery, "not an event: " + e.getClass().getSimpleName()));
            return;
        }
        Arrival arrival = new Arrival(delivery.partition(), delivery.offset(), event);
        events.add(event);
        if (Aggregates.of(event.streamId()).isPresent()) {
            streams.computeIfAbsent(event.streamId(), id -> new ArrayList<>()).add(arrival);
        } else {
            unreadable.add(new Unreadable(delivery, "unknown kind of stream"));
        }
        lastRecordedAt.put(delivery.partition(), event.recordedAt());
    }

    /** Every event, as it came. */
    List<StoredEvent> events() {
        return events;
    }

    /** The events of each stream, as they came. */
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
