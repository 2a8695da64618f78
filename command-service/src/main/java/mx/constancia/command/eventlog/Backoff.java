package mx.constancia.command.eventlog;

import java.time.Duration;

/** Waits between attempts that fail: each twice as long as the one before, up to a longest. For one thread. */
public final class Backoff {

    private final Duration shortest;
    private final Duration longest;
    private Duration next;

    public Backoff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.next = shortest;
    }

    /** How long to wait after one more failure. */
    public Duration next() {
        Duration pause = next;
        Duration twice = pause.multipliedBy(2);
        next = twice.compareTo(longest) < 0 ? twice : longest;
        return pause;
    }

    /** After a success the waits begin short again. */
    public void reset() {
        next = shortest;
    }
}
