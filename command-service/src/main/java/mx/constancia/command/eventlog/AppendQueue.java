package mx.constancia.command.eventlog;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Bounded queue between the command threads and the writer. It forms batches in which the runs are of different streams and
 * have different idempotency keys; what has to wait for that goes first into the next batch.
 */
final class AppendQueue {

    private final BlockingQueue<PendingAppend> queue;
    private final int maxAppends;
    private final int maxLength;
    private Deque<PendingAppend> postponed = new ArrayDeque<>();

    AppendQueue(int capacity, int maxAppends, int maxLength) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.maxAppends = maxAppends;
        this.maxLength = maxLength;
    }

    /** False when the queue stayed full for so long. */
    boolean offer(PendingAppend append, Duration atMost) throws InterruptedException {
        return queue.offer(append, atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    int size() {
        return queue.size();
    }

    /** For the writer: whether nothing waits. */
    boolean isEmpty() {
        return postponed.isEmpty() && queue.isEmpty();
    }

    /** For the writer: the next batch, as large as it may be; empty when nothing came within the time. */
    List<PendingAppend> nextBatch(Duration atMost) throws InterruptedException {
        List<PendingAppend> batch = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        Deque<PendingAppend> left = new ArrayDeque<>();
        int length = 0;
        PendingAppend next = first(atMost);
        int seen = 0;
        while (next != null) {
            seen += next.run().size();
            if (isFree(next, taken)) {
                if (next.take()) {
                    batch.add(next);
                    length += next.length();
                    occupy(next, taken);
                }
            } else {
                left.add(next);
            }
            next = seen < maxAppends && length < maxLength ? poll() : null;
        }
        left.addAll(postponed);
        postponed = left;
        return batch;
    }

    private @Nullable PendingAppend first(Duration atMost) throws InterruptedException {
        return postponed.isEmpty() ? queue.poll(atMost.toNanos(), TimeUnit.NANOSECONDS) : postponed.poll();
    }

    private @Nullable PendingAppend poll() {
        return postponed.isEmpty() ? queue.poll() : postponed.poll();
    }

    private static boolean isFree(PendingAppend pending, Set<Object> taken) {
        return !taken.contains(pending.streamId()) && keysOf(pending).noneMatch(taken::contains);
    }

    private static void occupy(PendingAppend pending, Set<Object> taken) {
        taken.add(pending.streamId());
        keysOf(pending).forEach(taken::add);
    }

    private static Stream<Object> keysOf(PendingAppend pending) {
        return pending.run().stream().map(Append::receiptKey).filter(Objects::nonNull)
                .map(key -> List.of(key.actorId(), key.idempotencyKey()));
    }
}
