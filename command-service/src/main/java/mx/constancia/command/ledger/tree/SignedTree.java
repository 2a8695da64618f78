package mx.constancia.command.ledger.tree;

import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;

/**
 * A checkpoint that this log signed.
 *
 * @param number how many it signed before
 * @param note   with the log's own signatures
 */
public record SignedTree(long number, SignedCheckpoint note) {

    /** What it states. */
    public Checkpoint checkpoint() {
        return note.unverified();
    }
}
