package mx.constancia.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.text.Lines;

/**
 * A public key and its name, written as a vkey (signed-note, "Verifier keys"): {@code name+hash+base64(type || key)}.
 *
 * @param id        name and hash
 * @param type      how the key signs
 * @param publicKey the key's bytes in base64
 */
public record VerifierKey(KeyId id, SignatureType type, String publicKey) {

    private static final String FORMAT = "vkey";

    public VerifierKey {
        byte[] bytes = new Lines(FORMAT, publicKey).base64(publicKey);
        new Ed25519PublicKey(bytes);
        if (!KeyId.of(id.name(), type, bytes).equals(id)) {
            throw new MalformedException(FORMAT, "key id", id.hex() + " is not the id of this key");
        }
    }

    /** A key under a name. */
    public VerifierKey(String name, SignatureType type, byte[] publicKey) {
        this(KeyId.of(name, type, publicKey), type, Base64.getEncoder().encodeToString(publicKey));
    }

    /** Parses a vkey; a type that this module cannot verify is a fault. */
    public static VerifierKey parse(String vkey) {
        String[] fields = vkey.split("\\+", 3);
        if (fields.length != 3) {
            throw new MalformedException(FORMAT, "fields", "is not a name, an id and a key joined by plus");
        }
        byte[] typed = new Lines(FORMAT, vkey).base64(fields[2]);
        if (typed.length == 0) {
            throw new MalformedException(FORMAT, "key", "is empty");
        }
        var key = new VerifierKey(fields[0], type(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.id.hex().equals(fields[1])) {
            throw new MalformedException(FORMAT, "key id", "does not belong to this key, whose id is " + key.id.hex());
        }
        return key;
    }

    /** The vkey. */
    public String format() {
        byte[] bytes = publicKeyBytes();
        byte[] typed = ByteBuffer.allocate(1 + bytes.length).put(type.identifier()).put(bytes).array();
        return id + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /** The key's 32 bytes. */
    public byte[] publicKeyBytes() {
        return Base64.getDecoder().decode(publicKey);
    }

    /** The key that verifies, if this key signs as {@code expected}. */
    public Ed25519PublicKey ed25519(SignatureType expected) {
        if (type != expected) {
            throw new IllegalArgumentException("the key " + id + " signs as " + type + ", not as " + expected);
        }
        return new Ed25519PublicKey(publicKeyBytes());
    }

    private static SignatureType type(byte identifier) {
        return Arrays.stream(SignatureType.values())
                .filter(type -> type.identifier() == identifier)
                .findFirst()
                .orElseThrow(() -> new MalformedException(FORMAT, "type", "0x%02x is not supported".formatted(identifier)));
    }
}
