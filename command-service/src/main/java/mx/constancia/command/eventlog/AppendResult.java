package mx.constancia.command.eventlog;

import java.time.Instant;

/** What became of an append; in each case it is durable. */
public sealed interface AppendResult {

    /**
     * Recorded.
     *
     * @param firstPosition position of the first event; the others follow without a gap
     * @param recordedAt    when the log took them
     */
    record Appended(long firstPosition, Instant recordedAt) implements AppendResult {
    }

    /** Nothing was recorded: the stream is at another version than the append builds on, or another append of its run was refused. */
    record VersionTaken(long currentVersion) implements AppendResult {
    }

    /** Nothing was recorded: the idempotency key has a receipt. */
    record KeyTaken() implements AppendResult {
    }
}
