package mx.constancia.command.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads a topic of one partition from its end backwards, further and further. */
final class TopicTail {

    private static final int FIRST_REACH = 64;
    private static final int GROWTH = 16;
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, byte[]> consumer;
    private final TopicPartition partition;
    private final Duration atMost;

    /** @param atMost how long the brokers may be silent */
    TopicTail(Consumer<String, byte[]> consumer, String topic, Duration atMost) {
        this.consumer = consumer;
        this.partition = new TopicPartition(topic, 0);
        this.atMost = atMost;
    }

    /** The newest record with this key. */
    Optional<byte[]> last(String key) {
        List<TopicPartition> all = List.of(partition);
        consumer.assign(all);
        long begin = consumer.beginningOffsets(all).get(partition);
        long end = consumer.endOffsets(all).get(partition);
        for (long reach = FIRST_REACH, high = end; high > begin; reach *= GROWTH) {
            long low = Math.max(begin, end - reach);
            byte[] found = lastBetween(low, high, key);
            if (found != null) {
                return Optional.of(found);
            }
            high = low;
        }
        return Optional.empty();
    }

    private byte @Nullable [] lastBetween(long low, long high, String key) {
        consumer.seek(partition, low);
        byte[] last = null;
        long silentSince = System.nanoTime();
        while (consumer.position(partition) < high) {
            long before = consumer.position(partition);
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < high && key.equals(record.key())) {
                    last = record.value();
                }
            }
            if (consumer.position(partition) > before) {
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > atMost.toNanos()) {
                throw new TimeoutException("the end of " + partition.topic() + " cannot be read");
            }
        }
        return last;
    }
}
