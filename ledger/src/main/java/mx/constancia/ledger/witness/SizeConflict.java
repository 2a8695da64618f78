package mx.constancia.ledger.witness;

import java.nio.charset.StandardCharsets;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.text.Lines;
import mx.constancia.ledger.text.Utf8;

/**
 * The body of a witness's answer 409: prove the growth from this size, and ask again.
 *
 * @param size that the witness cosigned last for this log
 */
public record SizeConflict(long size) {

    /** Status of the answer. */
    public static final int STATUS = 409;
    /** Media type of the answer. */
    public static final String MEDIA_TYPE = "text/x.tlog.size";

    private static final String FORMAT = "witness size";
    private static final int MAX_BYTES = 20;

    public SizeConflict {
        if (size < 0) {
            throw new MalformedException(FORMAT, "line 1", "is negative");
        }
    }

    /** Parses a body. */
    public static SizeConflict parse(byte[] bytes) {
        var lines = new Lines(FORMAT, Utf8.decode(FORMAT, bytes, MAX_BYTES));
        long size = lines.decimal(lines.next());
        if (lines.hasNext()) {
            throw lines.fault("is not the last");
        }
        return new SizeConflict(size);
    }

    /** The bytes of the body. */
    public byte[] bytes() {
        return (size + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
