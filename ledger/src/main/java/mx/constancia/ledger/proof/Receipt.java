package mx.constancia.ledger.proof;

import java.util.Base64;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.InclusionProof;
import mx.constancia.ledger.merkle.ProofHashes;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.note.SignedNote;
import mx.constancia.ledger.policy.AcceptedCheckpoint;
import mx.constancia.ledger.policy.TrustPolicy;
import mx.constancia.ledger.text.Lines;
import mx.constancia.ledger.text.Utf8;

/**
 * A {@code .tlog-proof} file.
 *
 * @param inclusion  where the entry stands in the tree of the checkpoint
 * @param extra      data in base64 that nothing authenticates, or empty
 * @param checkpoint with the signatures of log and witnesses
 */
public record Receipt(InclusionProof inclusion, String extra, SignedCheckpoint checkpoint) {

    /** What the name of a file with a receipt ends with. */
    public static final String FILE_EXTENSION = ".tlog-proof";

    private static final String FORMAT = "tlog-proof";
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MAX_BYTES = SignedNote.MAX_BYTES + 100_000;

    public Receipt {
        new Lines(FORMAT, extra).base64(extra);
        if (inclusion.treeSize() != checkpoint.unverified().size()) {
            throw new MalformedException(FORMAT, "checkpoint", "has another size than the inclusion proof");
        }
    }

    /** A receipt without extra data. */
    public Receipt(InclusionProof inclusion, SignedCheckpoint checkpoint) {
        this(inclusion, "", checkpoint);
    }

    /** Parses a file (tlog-proof, "Format"). */
    public static Receipt parse(byte[] bytes) {
        var lines = new Lines(FORMAT, Utf8.decode(FORMAT, bytes, MAX_BYTES));
        if (!lines.next().equals(HEADER)) {
            throw lines.fault("is not '" + HEADER + "'");
        }
        String line = lines.next();
        String extra = "";
        if (line.startsWith(EXTRA)) {
            extra = lines.after(EXTRA, line);
            if (lines.base64(extra).length == 0) {
                throw lines.fault("has no extra data");
            }
            line = lines.next();
        }
        long index = lines.decimal(lines.after(INDEX, line));
        var hashes = ProofHashes.read(lines);
        var checkpoint = new SignedCheckpoint(SignedNote.parse(lines.rest()));
        return new Receipt(new InclusionProof(index, checkpoint.unverified().size(), hashes), extra, checkpoint);
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        String extraLine = extra.isEmpty() ? "" : EXTRA + extra + "\n";
        String text = HEADER + "\n" + extraLine + INDEX + inclusion.index() + "\n"
                + ProofHashes.format(inclusion.hashes()) + checkpoint.note().format();
        return Utf8.encode(FORMAT, text);
    }

    /** The extra data; do not trust it. */
    public byte[] extraBytes() {
        return Base64.getDecoder().decode(extra);
    }

    /**
     * Verifies, offline, that an entry is published in a log that the policy trusts.
     *
     * @param entry the bytes of the entry, exactly as in its bundle
     * @return the checkpoint that covers the entry, and who witnessed it
     * @throws UnverifiedException if the checkpoint is not accepted, or the entry is not at this index
     */
    public AcceptedCheckpoint verify(byte[] entry, TrustPolicy policy) {
        AcceptedCheckpoint accepted = policy.accept(checkpoint);
        inclusion.verify(new TreeHasher().leaf(entry), accepted.checkpoint().root());
        return accepted;
    }
}
