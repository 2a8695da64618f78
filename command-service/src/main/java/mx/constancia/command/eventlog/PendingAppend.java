package mx.constancia.command.eventlog;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** A run of appends on its way: queued until either the writer takes it or its caller gives it up. */
final class PendingAppend {

    private enum Phase { QUEUED, TAKEN, GIVEN_UP }

    private final List<Append> run;
    private final CompletableFuture<List<AppendResult>> result = new CompletableFuture<>();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.QUEUED);

    /** @param run at least one append; all are of one stream, and each builds on the one before */
    PendingAppend(List<Append> run) {
        this.run = List.copyOf(run);
        Append before = run.getFirst();
        for (Append append : run.subList(1, run.size())) {
            if (!append.streamId().equals(before.streamId()) || append.version() != before.version() + before.events().size()) {
                throw new IllegalArgumentException("the appends of a run follow on each other");
            }
            before = append;
        }
    }

    List<Append> run() {
        return run;
    }

    String streamId() {
        return run.getFirst().streamId();
    }

    int length() {
        return run.stream().mapToInt(Append::length).sum();
    }

    /** One result for each append, in order. */
    CompletableFuture<List<AppendResult>> result() {
        return result;
    }

    /** For the writer; false when the caller has given up, and the append must not be written. */
    boolean take() {
        return phase.compareAndSet(Phase.QUEUED, Phase.TAKEN);
    }

    /** For the caller; false when the writer has it, and whether it gets written is unknown. */
    boolean giveUp() {
        return phase.compareAndSet(Phase.QUEUED, Phase.GIVEN_UP);
    }
}
