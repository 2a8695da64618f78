package mx.constancia.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.kafka.core.ConsumerFactory;

/** What Kafka says of the topic: its identity, its partitions, and which records it has. */
final class TopicOffsets {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Admin admin;
    private final String topic;
    private final ConsumerFactory<? super String, ? super byte[]> consumers;

    TopicOffsets(Admin admin, String topic, ConsumerFactory<? super String, ? super byte[]> consumers) {
        this.admin = admin;
        this.topic = topic;
        this.consumers = consumers;
    }

    /**
     * The records of a partition.
     *
     * @param beginning offset of the first
     * @param end       offset after the last
     */
    record Span(long beginning, long end) {
    }

    /** The topic; empty when it does not exist. */
    Optional<TopicDescription> describe() throws ExecutionException, InterruptedException {
        try {
            return Optional.of(admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static List<Integer> partitions(TopicDescription description) {
        return description.partitions().stream().map(each -> each.partition()).toList();
    }

    Map<Integer, Span> spans(Collection<Integer> partitions) throws ExecutionException, InterruptedException {
        Map<Integer, Long> beginnings = offsets(partitions, OffsetSpec.earliest());
        Map<Integer, Long> ends = offsets(partitions, OffsetSpec.latest());
        return partitions.stream().collect(Collectors.toMap(Function.identity(), each -> new Span(beginnings.get(each), ends.get(each))));
    }

    /** The highest position in the topic; -1 when it is empty or does not exist. */
    long lastPosition() throws ExecutionException, InterruptedException {
        Optional<TopicDescription> description = describe();
        if (description.isEmpty()) {
            return -1;
        }
        Map<TopicPartition, Long> last = spans(partitions(description.get())).entrySet().stream()
                .filter(each -> each.getValue().end() > each.getValue().beginning())
                .collect(Collectors.toMap(each -> new TopicPartition(topic, each.getKey()), each -> each.getValue().end() - 1));
        return last.isEmpty() ? -1 : highest(last);
    }

    @SuppressWarnings("unchecked")
    private long highest(Map<TopicPartition, Long> last) {
        long position = -1;
        try (Consumer<String, byte[]> consumer = (Consumer<String, byte[]>) (Consumer<?, ?>) consumers.createConsumer()) {
            consumer.assign(last.keySet());
            last.forEach(consumer::seek);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (last.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) <= each.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the last records of the topic do not come");
                }
                for (ConsumerRecord<String, byte[]> polled : consumer.poll(POLL)) {
                    position = Math.max(position, position(Delivery.of(polled)));
                }
            }
        }
        return position;
    }

    private static long position(Delivery delivery) {
        try {
            return delivery.event().position();
        } catch (RuntimeException e) {
            // Not an event: it has no position.
            return -1;
        }
    }

    private Map<Integer, Long> offsets(Collection<Integer> partitions, OffsetSpec which) throws ExecutionException, InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> offsets = admin.listOffsets(
                partitions.stream().collect(Collectors.toMap(partition -> new TopicPartition(topic, partition), partition -> which))).all().get();
        return offsets.entrySet().stream().collect(Collectors.toMap(each -> each.getKey().partition(), each -> each.getValue().offset()));
    }
}
