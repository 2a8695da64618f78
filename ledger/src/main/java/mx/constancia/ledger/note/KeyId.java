package mx.constancia.ledger.note;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.text.Sha256;
import mx.constancia.ledger.text.Utf8;

/**
 * What identifies a key and its algorithm on a signature line. It only finds the key: whoever knows a hash can make another key
 * with the same one, which then fails to verify.
 *
 * @param name non-empty, without space, control character or plus; for a log its origin
 * @param hash first four bytes of SHA-256(name || 0x0A || type || public key)
 */
public record KeyId(String name, int hash) {

    private static final String FORMAT = "key name";
    private static final int MAX_NAME = 255;

    public KeyId {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new MalformedException(FORMAT, "length", "is empty or longer than " + MAX_NAME + " characters");
        }
        name.chars().filter(KeyId::isForbidden).findFirst().ifPresent(c -> {
            throw new MalformedException(FORMAT, "character U+%04X".formatted(c), "spaces, control characters and plus are not allowed");
        });
        Utf8.encode(FORMAT, name);
    }

    /** The id of a public key (signed-note, "Signatures"). */
    public static KeyId of(String name, SignatureType type, byte[] publicKey) {
        MessageDigest digest = Sha256.digest();
        digest.update(Utf8.encode(FORMAT, name));
        digest.update((byte) '\n');
        digest.update(type.identifier());
        return new KeyId(name, ByteBuffer.wrap(digest.digest(publicKey)).getInt());
    }

    /** The hash as eight lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().toHexDigits(hash);
    }

    @Override
    public String toString() {
        return name + "+" + hex();
    }

    private static boolean isForbidden(int c) {
        return c == '+' || c < ' ' || c == 0x85 || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
