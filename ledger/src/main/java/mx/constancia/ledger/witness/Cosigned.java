package mx.constancia.ledger.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.note.SignatureLine;
import mx.constancia.ledger.note.SignedNote;
import mx.constancia.ledger.text.Lines;
import mx.constancia.ledger.text.Utf8;

/**
 * The body of a witness's answer 200: its cosignatures. Verify them, and add only those of known keys to the checkpoint.
 *
 * @param cosignatures 1 to 100 lines
 */
public record Cosigned(List<SignatureLine> cosignatures) {

    /** Status of the answer. */
    public static final int STATUS = 200;

    private static final String FORMAT = "cosignatures";

    public Cosigned {
        cosignatures = List.copyOf(cosignatures);
        if (cosignatures.isEmpty() || cosignatures.size() > SignedNote.MAX_SIGNATURES) {
            throw new MalformedException(FORMAT, "lines",
                    "there are " + cosignatures.size() + " instead of 1 to " + SignedNote.MAX_SIGNATURES);
        }
    }

    /** Parses a body. */
    public static Cosigned parse(byte[] bytes) {
        var lines = new Lines(FORMAT, Utf8.decode(FORMAT, bytes, SignedNote.MAX_BYTES));
        var cosignatures = new ArrayList<SignatureLine>();
        while (lines.hasNext()) {
            cosignatures.add(SignatureLine.read(lines));
            if (cosignatures.size() > SignedNote.MAX_SIGNATURES) {
                throw lines.fault("more than " + SignedNote.MAX_SIGNATURES + " signatures");
            }
        }
        return new Cosigned(cosignatures);
    }

    /** The bytes of the body. */
    public byte[] bytes() {
        return Utf8.encode(FORMAT, cosignatures.stream().map(SignatureLine::format).collect(Collectors.joining()));
    }
}
