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

import mx.constancia.events.StoredEvent;
import mx.constancia.query.store.SlottedEvent;

import org.jspecify.annotations.Nullable;

/** The records of a batch, read: the events by stream, and the records that are none. */
final class Batch {

    /** A record that is not an event of a kind that this build knows, and why. */
    record Unreadable(Delivery delivery, String reason) {
    }

    /** A record, and what was read of it. */
    private record Reading(Delivery delivery, @Nullable SlottedEvent slotted, String reason) {

        static Reading of(Delivery delivery) {
            try {
                return new Reading(delivery, SlottedEvent.of(delivery.event()), "");
            } catch (RuntimeException e) {
                return new Reading(delivery, null, "not an event: " + e.getClass().getSimpleName());
            }
        }
    }

    private final boolean large;
    private final Map<String, List<Arrival>> streams = new LinkedHashMap<>();
    private final List<SlottedEvent> events = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Map<Integer, Instant> lastRecordedAt = new HashMap<>();

    /** @param many records that are worth sharing among the processors */
    Batch(Collection<PartitionBatch> partitions, int many) {
        List<Delivery> deliveries = partitions.stream().flatMap(partition -> partition.deliveries().stream()).toList();
        this.large = deliveries.size() >= many;
        (large ? deliveries.parallelStream() : deliveries.stream()).map(Reading::of).toList().forEach(this::take);
        streams.values().forEach(arrivals -> arrivals.sort(Comparator.comparingLong(Arrival::version)));
    }

    /** Whether it is worth sharing among the processors. */
    boolean isLarge() {
        return large;
    }

    private void take(Reading reading) {
        Delivery delivery = reading.delivery();
        SlottedEvent slotted = reading.slotted();
        if (slotted == null) {
            unreadable.add(new Unreadable(delivery, reading.reason()));
            return;
        }
        StoredEvent event = slotted.event();
        events.add(slotted);
        if (Aggregates.of(event.streamId()).isPresent()) {
            streams.computeIfAbsent(event.streamId(), id -> new ArrayList<>()).add(new Arrival(delivery.partition(), delivery.offset(), slotted));
        } else {
            unreadable.add(new Unreadable(delivery, "unknown kind of stream"));
        }
        lastRecordedAt.put(delivery.partition(), event.recordedAt());
    }

    /** Every event, as it came. */
    List<SlottedEvent> events() {
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
