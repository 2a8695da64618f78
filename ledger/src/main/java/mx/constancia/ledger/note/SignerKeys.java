package mx.constancia.ledger.note;

import java.nio.ByteBuffer;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.text.Lines;

/** The private counterpart of a vkey, as the Go tools write it: {@code PRIVATE+KEY+name+hash+base64(0x01 || seed)}. Secret. */
public final class SignerKeys {

    private static final String FORMAT = "skey";
    private static final String PREFIX = "PRIVATE+KEY+";

    private SignerKeys() {
    }

    /** Parses an skey. No message of a fault contains any part of it. */
    public static Ed25519NoteSigner parse(String skey) {
        String[] fields = skey.startsWith(PREFIX) ? skey.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (fields.length != 3) {
            throw new MalformedException(FORMAT, "fields", "is not '" + PREFIX + "', a name, an id and a key joined by plus");
        }
        byte[] typed = new Lines(FORMAT, skey).base64(fields[2]);
        if (typed.length != 1 + Ed25519Key.SEED_SIZE || typed[0] != SignatureType.ED25519.identifier()) {
            throw new MalformedException(FORMAT, "key", "is not an Ed25519 seed");
        }
        var signer = new Ed25519NoteSigner(fields[0], Ed25519Key.ofSeed(Arrays.copyOfRange(typed, 1, typed.length)));
        if (!signer.verifierKey().id().hex().equals(fields[1])) {
            throw new MalformedException(FORMAT, "key id", "does not belong to this key");
        }
        return signer;
    }

    /** The skey of a key under a name. */
    public static String format(String name, Ed25519Key key) {
        byte[] seed = ((EdECPrivateKey) key.privateKey()).getBytes().orElseThrow();
        byte[] typed = ByteBuffer.allocate(1 + seed.length).put(SignatureType.ED25519.identifier()).put(seed).array();
        return PREFIX + KeyId.of(name, SignatureType.ED25519, key.publicKey()) + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
