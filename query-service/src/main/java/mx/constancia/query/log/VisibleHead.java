package mx.constancia.query.log;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import mx.constancia.query.store.ConcurrentChangeException;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;
import mx.constancia.query.store.Write;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The highest position below which the log has no gap. An event is written to it after the views that it changes, so whatever is
 * at or below the head can be read everywhere. All nodes read it from the same log.
 */
@Component
public final class VisibleHead {

    /** The head of an empty log. */
    public static final long NONE = -1;
    /** {@code _id} of the document among the progress that says from where to count. */
    public static final String HINT = "visible-head";

    /** Positions that the hint may be behind: so many are counted again by who reads. */
    private static final int HINT_EVERY = 50;
    /** Positions that one question is for. */
    private static final int NEAR = 100;
    /** Questions at once when all of the nearest positions were there. */
    private static final int AHEAD = 8;
    private static final long FRESH_NANOS = Duration.ofMillis(10).toNanos();
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(20).toNanos();

    private final ViewStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long current = NONE;
    private volatile long readAt = System.nanoTime() - FRESH_NANOS;
    /** Who reads does so without the lock; who comes meanwhile shares the next reading with all others. */
    private boolean reading;
    /** What the hint last said; who reads guesses that it says so still. */
    private volatile long hinted = NONE;
    private long begun;
    private long ended;

    public VisibleHead(ViewStore store) {
        this.store = store;
    }

    private static @Nullable Document hint(ViewStore store) {
        return store.find(View.PROGRESS, List.of(HINT)).get(HINT);
    }

    /** A position that the head once had, as the document {@link #HINT} says; the head is there or higher. */
    public static long position(@Nullable Document hint) {
        return hint == null ? NONE : hint.getLong("position");
    }

    /** The head as last read. */
    public long current() {
        return current;
    }

    /** The head, read now unless it is known to be at or beyond a position. */
    public long atLeast(long position) {
        long known = current;
        return position <= known ? known : refresh();
    }

    /** The head, by a reading that begins now or later. */
    public long refresh() {
        lock.lock();
        try {
            long wanted = begun + 1;
            while (ended < wanted) {
                if (reading) {
                    moved.awaitUninterruptibly();
                } else {
                    read();
                }
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    /** With the lock held before and after, but not while the store is asked. */
    private void read() {
        long number = ++begun;
        reading = true;
        lock.unlock();
        try {
            current = count();
            readAt = System.nanoTime();
        } finally {
            lock.lock();
            reading = false;
            moved.signalAll();
        }
        ended = number;
    }

    private long count() {
        long from = hinted;
        List<Map<String, Document>> both = store.atOnce(List.of(() -> store.find(View.PROGRESS, List.of(HINT)), () -> after(store, from)));
        Document hint = both.getFirst().get(HINT);
        hinted = position(hint);
        long head = hinted == from ? countFrom(store, from, both.getLast()) : countFrom(store, hinted);
        remember(hint, head);
        return head;
    }

    /**
     * Goes over to other views, unless something that is visible would vanish.
     *
     * @param next the other views
     * @param go   makes them those that are read here
     * @return false when they are not as far yet
     */
    public boolean moveTo(ViewStore next, Runnable go) {
        lock.lock();
        try {
            while (reading) {
                moved.awaitUninterruptibly();
            }
            if (countFrom(next, position(hint(next))) < current) {
                return false;
            }
            go.run();
            current = count();
            moved.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a position is visible.
     *
     * @return false when it is not after {@code limit}
     */
    public boolean await(long position, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        lock.lockInterruptibly();
        try {
            while (true) {
                if (!reading && System.nanoTime() - readAt >= FRESH_NANOS) {
                    read();
                }
                long left = deadline - System.nanoTime();
                if (current >= position || left <= 0) {
                    return current >= position;
                }
                moved.await(Math.min(left, LOOK_AGAIN_NANOS), TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private static long countFrom(ViewStore store, long known) {
        return countFrom(store, known, after(store, known));
    }

    /** @param near what there is of the next positions after {@code known} */
    private static long countFrom(ViewStore store, long known, Map<String, Document> near) {
        long head = LogEntries.unbroken(near, known);
        long asked = known + NEAR;
        while (head == asked) {
            long from = head;
            asked = from + AHEAD * NEAR;
            Map<String, Document> ahead = new HashMap<>();
            store.atOnce(IntStream.range(0, AHEAD).<Supplier<Map<String, Document>>>mapToObj(each -> () -> after(store, from + each * NEAR))
                    .toList()).forEach(ahead::putAll);
            head = LogEntries.unbroken(ahead, from);
        }
        return head;
    }

    /** Which of the next positions after one are there. */
    private static Map<String, Document> after(ViewStore store, long position) {
        return store.find(View.LOG, LongStream.rangeClosed(position + 1, position + NEAR).mapToObj(LogEntries::id).toList(), "_id");
    }

    /** The first hint says nothing, so that one written just after the store was emptied does no harm. */
    private void remember(@Nullable Document hint, long head) {
        if (hint != null && head - position(hint) < HINT_EVERY) {
            return;
        }
        try {
            long position = hint == null ? NONE : head;
            store.write(View.PROGRESS, List.of(Write.guarded(hint,
                    new Document("_id", HINT).append("version", position).append("position", position))));
        } catch (ConcurrentChangeException e) {
            // Another node remembered it.
        }
    }
}
