package mx.constancia.decision;

import java.util.List;
import java.util.Map;

/** Carries many submissions to their decisions and into the log, as an import needs it. */
public interface RunDispatcher {

    /**
     * Decides commands of one stream in their order, each on the state that those before it led to, and records those that are
     * accepted together. Returns when the outcomes are durable, one for each command.
     *
     * @param run commands of one actor on one stream, at least one, no two with one idempotency key
     * @throws LogUnavailableException when the log cannot be reached in time; the caller should retry with the same keys
     */
    List<Outcome> dispatch(List<Submission> run);

    /**
     * What an actor's idempotency keys were answered with before, by key; keys that are new are left out.
     *
     * @throws LogUnavailableException when the log cannot be reached in time
     */
    Map<String, Known> known(String actorId, List<String> idempotencyKeys);

    /** Begins a rehearsal. */
    Rehearsal rehearse();

    /**
     * A command that was recorded before.
     *
     * @param fingerprint of the request that it came with
     * @param version     the aggregate's version after it
     * @param position    position of its last event
     */
    record Known(String fingerprint, long version, long position) {

        /** The position of what was only rehearsed. */
        public static final long NOWHERE = -1;
    }
}
