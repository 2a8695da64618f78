package mx.constancia.ledger.merkle;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.text.Lines;
import org.jspecify.annotations.Nullable;

/** A SHA-256 value: of a leaf, of a subtree or of a whole tree. */
public final class Hash {

    /** Bytes in a hash. */
    public static final int SIZE = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes over an array that nobody else keeps. */
    static Hash owning(byte[] bytes) {
        return new Hash(bytes);
    }

    /** Copies exactly 32 bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new MalformedException("hash", "length", bytes.length + " bytes instead of " + SIZE);
        }
        return new Hash(bytes.clone());
    }

    /** Copies the 32 bytes at {@code offset}. */
    public static Hash at(byte[] source, int offset) {
        return new Hash(Arrays.copyOfRange(source, offset, offset + SIZE));
    }

    /** A hash in base64, from a line that was just read. */
    public static Hash parse(Lines lines, String base64) {
        byte[] bytes = lines.base64(base64);
        if (bytes.length != SIZE) {
            throw lines.fault("is not a hash of " + SIZE + " bytes");
        }
        return new Hash(bytes);
    }

    /** Writes the 32 bytes at {@code offset}. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, SIZE);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes themselves, for hashing only. */
    byte[] shared() {
        return bytes;
    }

    /** Base64 as C2SP texts write it: 44 characters. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Lower-case hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
