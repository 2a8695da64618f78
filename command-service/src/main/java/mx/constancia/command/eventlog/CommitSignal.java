package mx.constancia.command.eventlog;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells one waiting thread of this node at once that something was committed to the log. */
public final class CommitSignal {

    private final Semaphore raised = new Semaphore(0);

    /** Wakes the waiting thread, now or when it next waits. */
    public void raise() {
        if (raised.availablePermits() == 0) {
            raised.release();
        }
    }

    /** Waits until the signal is raised or the time is over; takes the signal down. */
    public void await(Duration atMost) throws InterruptedException {
        if (raised.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            raised.drainPermits();
        }
    }
}
