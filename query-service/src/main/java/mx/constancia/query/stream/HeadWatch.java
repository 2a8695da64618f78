package mx.constancia.query.stream;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import mx.constancia.query.log.VisibleHead;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Watches the head for all clients together, as long as there is one; it stops before the server waits for its requests. */
@Component
class HeadWatch implements MovingHead, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    /** A write takes about so long: a few clients get each event at once, and many get several with one write. */
    private static final long NANOS_PER_CLIENT = Duration.ofMillis(1).toNanos() / 5;

    private final VisibleHead head;
    private final long paceNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition wanted = lock.newCondition();
    private final AtomicInteger clients = new AtomicInteger();
    private long seen = VisibleHead.NONE;
    private int waiting;
    private @Nullable Thread watcher;

    HeadWatch(VisibleHead head, StreamProperties properties) {
        this.head = head;
        this.paceNanos = properties.pace().toNanos();
    }

    /** One client more will wait, again and again, until it {@link #left}. */
    void joined() {
        clients.incrementAndGet();
    }

    /** One client fewer. */
    void left() {
        clients.decrementAndGet();
    }

    @Override
    public long awaitBeyond(long position, Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lockInterruptibly();
        try {
            waiting++;
            wanted.signal();
            while (watcher != null && seen <= position && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (watcher == null) {
                throw new ClosingException();
            }
            return seen;
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    private void watch() {
        try {
            while (true) {
                look();
            }
        } catch (InterruptedException e) {
            // The application closes.
        }
    }

    private void look() throws InterruptedException {
        long known;
        lock.lockInterruptibly();
        try {
            while (waiting == 0) {
                wanted.await();
            }
            known = seen;
        } finally {
            lock.unlock();
        }
        try {
            head.await(known + 1, LOOK);
            publish(head.current());
            TimeUnit.NANOSECONDS.sleep(Math.min(paceNanos, clients.get() * NANOS_PER_CLIENT));
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LOG.warn("outcome=head-unreadable reason={}", e.getClass().getSimpleName());
            TimeUnit.NANOSECONDS.sleep(PAUSE_NANOS);
        }
    }

    private void publish(long position) {
        lock.lock();
        try {
            seen = position;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            watcher = Thread.ofVirtual().name("head-watch").start(this::watch);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            if (watcher != null) {
                watcher.interrupt();
                watcher = null;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return watcher != null;
        } finally {
            lock.unlock();
        }
    }
}
