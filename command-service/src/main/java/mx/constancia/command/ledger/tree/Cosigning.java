package mx.constancia.command.ledger.tree;

import java.util.function.LongFunction;

import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.ConsistencyProof;

/** The witnesses of the log. */
@FunctionalInterface
public interface Cosigning {

    /**
     * The checkpoint with as many cosignatures as come within a bounded time.
     *
     * @param growthFrom proves the growth from a smaller size to the checkpoint's
     */
    SignedCheckpoint cosign(SignedCheckpoint checkpoint, LongFunction<ConsistencyProof> growthFrom);

    /** No witnesses. */
    static Cosigning none() {
        return (checkpoint, growthFrom) -> checkpoint;
    }
}
