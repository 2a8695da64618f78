package mx.constancia.ledger.note;

import java.nio.ByteBuffer;
import java.util.Base64;
import mx.constancia.ledger.text.Lines;

/**
 * One signature of a note, of whatever algorithm: em dash, space, key name, space, base64 of key id and signature, newline.
 *
 * @param key     who signed
 * @param encoded the signature without the key id, in base64
 */
public record SignatureLine(KeyId key, String encoded) {

    private static final String FORMAT = "signature line";
    private static final String START = "\u2014 ";
    private static final int KEY_HASH = Integer.BYTES;

    public SignatureLine {
        if (new Lines(FORMAT, encoded).base64(encoded).length == 0) {
            throw new Lines(FORMAT, encoded).fault("has no signature");
        }
    }

    /** A line for a signature that was just made. */
    public static SignatureLine of(KeyId key, byte[] signature) {
        return new SignatureLine(key, Base64.getEncoder().encodeToString(signature));
    }

    /** Reads the next line. */
    public static SignatureLine read(Lines lines) {
        String[] fields = lines.next(START).split(" ", -1);
        if (fields.length != 2) {
            throw lines.fault("is not a name and a signature");
        }
        byte[] bytes = lines.base64(fields[1]);
        if (bytes.length <= KEY_HASH) {
            throw lines.fault("is too short for a key id and a signature");
        }
        var buffer = ByteBuffer.wrap(bytes);
        var key = new KeyId(fields[0], buffer.getInt());
        var signature = new byte[buffer.remaining()];
        buffer.get(signature);
        return of(key, signature);
    }

    /** The bytes that the algorithm made. */
    public byte[] signature() {
        return Base64.getDecoder().decode(encoded);
    }

    /** The line with its newline. */
    public String format() {
        byte[] signature = signature();
        byte[] bytes = ByteBuffer.allocate(KEY_HASH + signature.length).putInt(key.hash()).put(signature).array();
        return START + key.name() + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }
}
