package mx.constancia.ledger.witness;

import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.ConsistencyProof;
import mx.constancia.ledger.merkle.ProofHashes;
import mx.constancia.ledger.note.SignedNote;
import mx.constancia.ledger.text.Lines;
import mx.constancia.ledger.text.Utf8;

/**
 * The body of a request for a cosignature. A body that is malformed, or whose old size is larger than the checkpoint's, is answered
 * with 400.
 *
 * @param growth     from the size that the witness cosigned last to the checkpoint's size
 * @param checkpoint signed by the log
 */
public record AddCheckpoint(ConsistencyProof growth, SignedCheckpoint checkpoint) {

    /** Where to POST it, below the witness's submission prefix. */
    public static final String PATH = "add-checkpoint";
    /** Longest body that is read. */
    public static final int MAX_BYTES = SignedNote.MAX_BYTES + 4_000;

    private static final String FORMAT = "add-checkpoint";
    private static final String OLD = "old ";

    public AddCheckpoint {
        if (growth.to() != checkpoint.unverified().size()) {
            throw new MalformedException(FORMAT, "checkpoint", "has another size than the consistency proof");
        }
    }

    /** Parses a body (tlog-witness, "add-checkpoint"). */
    public static AddCheckpoint parse(byte[] bytes) {
        var lines = new Lines(FORMAT, Utf8.decode(FORMAT, bytes, MAX_BYTES));
        long oldSize = lines.decimal(lines.next(OLD));
        var hashes = ProofHashes.read(lines);
        var checkpoint = new SignedCheckpoint(SignedNote.parse(lines.rest()));
        return new AddCheckpoint(new ConsistencyProof(oldSize, checkpoint.unverified().size(), hashes), checkpoint);
    }

    /** The bytes of the body. */
    public byte[] bytes() {
        String text = OLD + growth.from() + "\n" + ProofHashes.format(growth.hashes()) + checkpoint.note().format();
        return Utf8.encode(FORMAT, text);
    }
}
