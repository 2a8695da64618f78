package mx.constancia.decision;

import java.util.List;

import mx.constancia.events.StoredEvent;

/** What became of a submission. */
public sealed interface Outcome {

    /**
     * Durably recorded.
     *
     * @param version  the aggregate's version after it
     * @param events   the events, with their positions, in order
     * @param replayed whether this answers a retry with a key that was recorded before
     */
    record Recorded(long version, List<StoredEvent> events, boolean replayed) implements Outcome {

        /** Position of the last event. */
        public long position() {
            return events.getLast().position();
        }
    }

    /** Rejected by rules; nothing was recorded. */
    record Rejected(List<Violation> violations) implements Outcome {
    }

    /** The expected version is not the current one. */
    record Stale(long currentVersion) implements Outcome {
    }

    /** The aggregate does not exist. */
    record Unknown() implements Outcome {
    }

    /** The aggregate that a creating command would begin exists already. */
    record AlreadyExists(long currentVersion) implements Outcome {
    }

    /** The aggregate belongs to another agency than the actor's. */
    record OutOfScope(String agencyId) implements Outcome {
    }

    /** The idempotency key was used for another request. */
    record KeyReused() implements Outcome {
    }
}
