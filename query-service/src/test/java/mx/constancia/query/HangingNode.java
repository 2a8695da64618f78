package mx.constancia.query;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import mx.constancia.testing.Parts;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A member of a consumer group that holds its share of the partitions and does nothing with them. */
final class HangingNode implements AutoCloseable {

    private final Thread thread;
    private volatile boolean open = true;

    private HangingNode(String topic, String group) {
        CountDownLatch assigned = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().start(() -> {
            try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(Map.of(
                    "bootstrap.servers", Parts.kafka().bootstrapServers(), "group.id", group, "enable.auto.commit", false, "auto.offset.reset", "earliest"),
                    new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(List.of(topic));
                while (open) {
                    consumer.poll(Duration.ofMillis(50));
                    if (!consumer.assignment().isEmpty()) {
                        assigned.countDown();
                    }
                }
            }
        });
        try {
            assigned.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Joins and waits for partitions. */
    static HangingNode join(String topic, String group) {
        return new HangingNode(topic, group);
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
