package mx.constancia.auditor.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import mx.constancia.events.CloudEventBinding;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The events as the relay sent them: CloudEvents, ordered within a partition, merged here into the order of the log. */
public final class KafkaEvents implements EventSource {

    private final Kafka kafka;
    private final String topic;

    public KafkaEvents(Kafka kafka, String topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    @Override
    public String name() {
        return "kafka://" + kafka.bootstrap() + "/" + topic;
    }

    @Override
    public EventCursor read(long from, long to) {
        return new Merge(kafka.consumer(topic), from, to);
    }

    @Override
    public void close() {
        // Each cursor has its own connection.
    }

    private Unread unread(ConsumerRecord<byte[], byte[]> row) {
        Map<String, String> headers = new HashMap<>();
        row.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        if (row.value() == null) {
            throw new SourceException(name(), "partition " + row.partition() + ", offset " + row.offset() + " has been emptied");
        }
        try {
            long position = Long.parseLong(headers.getOrDefault("ce_sequence", ""));
            return new Unread(position, row.value().length, () -> CloudEventBinding.parse(headers, row.value()));
        } catch (NumberFormatException e) {
            throw new SourceException(name(), "partition " + row.partition() + ", offset " + row.offset() + " is not an event");
        }
    }

    /** The record with the lowest position comes next; a partition that is far ahead pauses. */
    private final class Merge implements EventCursor {

        private static final int MOST_WAITING = 1_000;

        private final Consumer<byte[], byte[]> consumer;
        private final long from;
        private final long to;
        private final Map<TopicPartition, Deque<Unread>> waiting = new HashMap<>();
        private Map<TopicPartition, Long> ends;
        private long highest = -1;

        Merge(Consumer<byte[], byte[]> consumer, long from, long to) {
            this.consumer = consumer;
            this.from = from;
            this.to = to;
            this.ends = consumer.endOffsets(consumer.assignment());
            consumer.assignment().forEach(partition -> waiting.put(partition, new ArrayDeque<>()));
        }

        @Override
        public @Nullable Unread next() {
            try {
                long until = System.nanoTime() + Limits.STALLED.toNanos();
                for (Unread next = lowest(); ; next = lowest()) {
                    if (next != null || isRead() && highest >= to - 1) {
                        return next;
                    }
                    if (isRead()) {
                        awaitMore(until);
                    }
                    poll();
                }
            } catch (KafkaException e) {
                throw new SourceException(name(), e);
            }
        }

        /** The relay may be a moment behind the ledger. */
        private void awaitMore(long until) {
            if (System.nanoTime() > until) {
                throw new SourceException(name(),
                        "it shows events up to position " + highest + ", and the checkpoint covers those up to " + (to - 1));
            }
            ends = consumer.endOffsets(consumer.assignment());
        }

        /** None while a partition may still give a lower one. */
        private @Nullable Unread lowest() {
            for (Map.Entry<TopicPartition, Deque<Unread>> partition : waiting.entrySet()) {
                if (partition.getValue().isEmpty() && !isRead(partition.getKey())) {
                    return null;
                }
            }
            return waiting.values().stream().filter(queue -> !queue.isEmpty())
                    .min(Comparator.comparingLong(queue -> queue.getFirst().position()))
                    .map(Deque::removeFirst).orElse(null);
        }

        private void poll() {
            waiting.forEach((partition, queue) -> {
                if (queue.size() >= MOST_WAITING) {
                    consumer.pause(List.of(partition));
                } else {
                    consumer.resume(List.of(partition));
                }
            });
            for (ConsumerRecord<byte[], byte[]> row : consumer.poll(Kafka.POLL)) {
                Unread unread = unread(row);
                if (unread.position() >= from && unread.position() < to) {
                    waiting.get(new TopicPartition(row.topic(), row.partition())).add(unread);
                }
                highest = Math.max(highest, unread.position());
            }
        }

        private boolean isRead() {
            return waiting.keySet().stream().allMatch(this::isRead);
        }

        private boolean isRead(TopicPartition partition) {
            return consumer.position(partition) >= ends.getOrDefault(partition, 0L);
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
