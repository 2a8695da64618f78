package mx.constancia.ledger.checkpoint;

import java.util.List;
import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.note.NoteSigner;
import mx.constancia.ledger.note.SignatureLine;
import mx.constancia.ledger.note.SignedNote;
import mx.constancia.ledger.note.Verifiers;

/**
 * A checkpoint as it is served, with the signatures of the log and of its witnesses.
 *
 * @param note its text is a checkpoint
 */
public record SignedCheckpoint(SignedNote note) {

    /** Where a log serves it, below its prefix (tlog-tiles, "Checkpoints"). */
    public static final String PATH = "checkpoint";
    /** Media type to serve it with. */
    public static final String MEDIA_TYPE = "text/plain; charset=utf-8";

    public SignedCheckpoint {
        Checkpoint.parse(note.text());
    }

    /** Parses what {@link #PATH} serves. */
    public static SignedCheckpoint parse(byte[] bytes) {
        return new SignedCheckpoint(SignedNote.parse(bytes));
    }

    /**
     * Signs a checkpoint. The caller has made sure that it is consistent with every checkpoint that the log signed before.
     *
     * @param signers the log's keys; the name of each should be the origin
     */
    public static SignedCheckpoint sign(Checkpoint checkpoint, List<? extends NoteSigner> signers) {
        return new SignedCheckpoint(SignedNote.sign(checkpoint.text(), signers));
    }

    /**
     * The checkpoint, if a key of this log signed it.
     *
     * @param origin  of the log that is expected
     * @param logKeys the log's keys; several while a key is being replaced
     * @throws UnverifiedException if it is another log's, a known signature is wrong, or none is known
     */
    public Checkpoint verify(String origin, Verifiers logKeys) {
        Checkpoint checkpoint = unverified();
        if (!checkpoint.origin().equals(origin)) {
            throw new UnverifiedException("the checkpoint is of the log " + checkpoint.origin() + ", not of " + origin);
        }
        logKeys.verify(note);
        return checkpoint;
    }

    /** What the note says; nobody has verified it. */
    public Checkpoint unverified() {
        return Checkpoint.parse(note.text());
    }

    /** The same checkpoint with the cosignatures of witnesses. */
    public SignedCheckpoint with(List<SignatureLine> cosignatures) {
        return new SignedCheckpoint(note.with(cosignatures));
    }

    /** The bytes that are served. */
    public byte[] bytes() {
        return note.bytes();
    }
}
