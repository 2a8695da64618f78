package mx.constancia.query.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Reads the ledger's topic and follows the progress that is stored with the files; Kafka's committed offsets only inform
 * operators. When a checkpoint waits for a file at the end of the topic, all is read once more: the store or the topic may
 * have been emptied.
 */
final class LedgerReader implements BatchAcknowledgingConsumerAwareMessageListener<String, byte[]>, ConsumerAwareRebalanceListener {

    private static final long UNKNOWN = -2;

    private final Intake intake;
    private final LedgerStatus status;
    private long at = UNKNOWN;
    private boolean reread;

    LedgerReader(Intake intake, LedgerStatus status) {
        this.intake = intake;
        this.status = status;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        at = UNKNOWN;
        follow(consumer, partitions);
    }

    /** The end of the topic was reached. Called in the consumer's own thread. */
    void whenIdle(Consumer<?, ?> consumer) {
        if (status.missing().isPresent() && !reread) {
            reread = true;
            consumer.seekToBeginning(consumer.assignment());
        } else {
            follow(consumer, consumer.assignment());
        }
    }

    /** Goes where the stored progress is, when it is not where this is: another node was here, or the store was emptied. */
    private void follow(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        try {
            long stored = intake.next();
            if (stored != at) {
                seek(consumer, partitions, stored);
            }
        } catch (RuntimeException e) {
            status.failed(e);
            at = UNKNOWN;
        }
    }

    private void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions, long stored) {
        if (stored == Intake.BEGINNING) {
            consumer.seekToBeginning(partitions);
        } else {
            partitions.forEach(partition -> consumer.seek(partition, stored));
        }
        at = stored;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records, @Nullable Acknowledgment acknowledgment, Consumer<?, ?> consumer) {
        TopicPartition partition = new TopicPartition(records.getFirst().topic(), records.getFirst().partition());
        try {
            Intake.Taken taken = intake.take(at, records.stream().map(LedgerRecord::of).toList());
            if (taken.next() != records.getLast().offset() + 1) {
                seek(consumer, Set.of(partition), taken.next());
                return;
            }
            at = taken.next();
            reread &= taken.missing().isPresent();
            status.taken(taken);
            Objects.requireNonNull(acknowledgment).acknowledge();
        } catch (RuntimeException e) {
            status.failed(e);
            consumer.seek(partition, records.getFirst().offset());
            throw e;
        }
    }
}
