package mx.constancia.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Reads the topic and follows the progress that is stored with the views; Kafka's own committed offsets only inform
 * operators. When a batch fails the reader stays where the batch began; {@link RetryForEver} lets it try again.
 */
final class EventReader implements BatchAcknowledgingConsumerAwareMessageListener<String, byte[]>, ConsumerAwareRebalanceListener {

    /** The reader does not know where it is, because the views could not be asked. */
    private static final long UNKNOWN = -2;

    private final Projector projector;
    private final ProjectionMeters meters;
    private final Supplier<Optional<String>> topicId;
    private volatile Reports reports;
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();

    EventReader(Projector projector, ProjectionMeters meters, Supplier<Optional<String>> topicId, Reports reports) {
        this.projector = projector;
        this.meters = meters;
        this.topicId = topicId;
        this.reports = reports;
    }

    /**
     * Who is told what the reader does; another one when its views begin to answer questions.
     *
     * @param status    what it does and what it meets
     * @param projected after each batch
     */
    record Reports(ProjectionStatus status, Runnable projected) {
    }

    void reportTo(Reports others) {
        reports = others;
    }

    ProjectionStatus status() {
        return reports.status();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        follow(consumer, partitions);
    }

    /** The views may have been emptied while nothing happened. Called in the consumer's own thread. */
    void whenIdle(ListenerContainerIdleEvent idle) {
        follow(idle.getConsumer(), idle.getConsumer().assignment());
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        positions.keySet().removeAll(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        positions.keySet().removeAll(partitions);
    }

    private void follow(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<Integer, Long> stored;
        try {
            stored = projector.next(partitions.stream().map(TopicPartition::partition).toList());
        } catch (RuntimeException e) {
            status().failed(e);
            stored = Map.of();
        }
        for (TopicPartition partition : partitions) {
            long next = stored.getOrDefault(partition.partition(), UNKNOWN);
            Long before = positions.put(partition, next);
            if (before == null || before != next) {
                seek(consumer, partition);
            }
        }
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> polled, @Nullable Acknowledgment acknowledgment, Consumer<?, ?> consumer) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> partitions = polled.stream()
                .collect(Collectors.groupingBy(each -> new TopicPartition(each.topic(), each.partition())));
        try {
            project(partitions, polled.size());
            partitions.forEach((partition, records) -> {
                if (positions.get(partition) != records.getLast().offset() + 1) {
                    seek(consumer, partition);
                }
            });
            Objects.requireNonNull(acknowledgment).acknowledge();
            reports.projected().run();
        } catch (RuntimeException e) {
            status().failed(e);
            partitions.keySet().forEach(partition -> seek(consumer, partition));
            throw e;
        }
    }

    private void project(Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> partitions, int size) {
        ProjectionStatus status = status();
        status.refusal().ifPresent(reason -> {
            throw new HistoryChangedException(reason);
        });
        String topic = topicId.get().orElseThrow(() -> new IllegalStateException("Kafka has not told the topic's id yet"));
        List<PartitionBatch> batch = new ArrayList<>();
        partitions.forEach((partition, records) -> batch.add(new PartitionBatch(
                partition.partition(), positions.getOrDefault(partition, UNKNOWN), records.stream().map(Delivery::of).toList())));
        Projected projected = meters.timed(size, () -> projector.project(topic, batch));
        partitions.keySet().forEach(partition -> positions.put(partition, projected.progress().get(partition.partition()).next()));
        status.succeeded(projected.progress().values().stream().map(Progress::recordedAt).filter(Objects::nonNull).max(Comparator.naturalOrder()));
    }

    private void seek(Consumer<?, ?> consumer, TopicPartition partition) {
        long next = positions.getOrDefault(partition, UNKNOWN);
        if (next < 0) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, next);
        }
    }
}
