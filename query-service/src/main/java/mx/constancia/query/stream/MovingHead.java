package mx.constancia.query.stream;

import java.time.Duration;

/** The visible head, for those who wait for it to move. */
interface MovingHead {

    /**
     * Waits until something after a position is visible.
     *
     * @return the head; at or below {@code position} when it did not move beyond it within {@code limit}
     * @throws ClosingException when the application closes
     */
    long awaitBeyond(long position, Duration limit) throws InterruptedException;

    /** The application closes; nobody waits any more. */
    final class ClosingException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
