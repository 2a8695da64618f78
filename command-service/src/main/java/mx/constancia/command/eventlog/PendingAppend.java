package mx.constancia.command.eventlog;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** An append on its way: queued until either the writer takes it or its caller gives it up. */
final class PendingAppend {

    private enum Phase { QUEUED, TAKEN, GIVEN_UP }

    private final Append append;
    private final CompletableFuture<AppendResult> result = new CompletableFuture<>();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.QUEUED);

    PendingAppend(Append append) {
        this.append = append;
    }

    Append append() {
        return append;
    }

    CompletableFuture<AppendResult> result() {
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
