package mx.constancia.command.election;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import mx.constancia.command.eventlog.EventLogConfiguration;

/** A thread of its own that attempts the same again and again, from the service's start to its stop. */
public abstract class BackgroundTask implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BackgroundTask.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private volatile @Nullable Thread thread;

    /** @param name of the thread, and of the task in the log */
    protected BackgroundTask(String name) {
        this.name = name;
    }

    /** One attempt. It may last until {@link #isStopping}, and is made again as soon as it ends. */
    protected abstract void attempt() throws Exception;

    /** After an attempt that threw; returns how long to wait before the next one. */
    protected abstract Duration failed(Throwable failure);

    /** Ends a wait that {@link #pause} does not know of. */
    protected void wake() {
    }

    @Override
    public final void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name(name).daemon().start(this::attemptUntilStopped);
    }

    /** Ends after the attempt in hand sees that it should, or when that takes too long in the middle of it; both must be safe. */
    @Override
    public final void stop() {
        stopping.countDown();
        wake();
        Thread working = thread;
        thread = null;
        try {
            if (working != null && !working.join(STOP_TIMEOUT)) {
                working.interrupt();
                working.join(STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }

    /** Below the log's writer: it stops after the last event of this node was written. */
    @Override
    public final int getPhase() {
        return EventLogConfiguration.WRITER_PHASE - 1024;
    }

    /** Whether the service is stopping. */
    protected final boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Waits, unless and until the service is stopping. */
    protected final void pause(Duration pause) throws InterruptedException {
        stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attemptUntilStopped() {
        try {
            while (!isStopping()) {
                try {
                    attempt();
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception | Error e) {
                    if (!isStopping()) {
                        pause(failed(e));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.info("event=task-stopped task={}", name);
    }
}
