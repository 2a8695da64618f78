package mx.constancia.ledger.note;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import mx.constancia.ledger.MalformedException;

/** The 32 bytes of an Ed25519 public key (RFC 8032) as a key that verifies. */
public final class Ed25519PublicKey {

    /** Bytes in a public key. */
    public static final int SIZE = 32;

    private static final String ALGORITHM = "Ed25519";
    /** The DER bytes that stand before the key in a SubjectPublicKeyInfo (RFC 8410 section 4). */
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PublicKey key;

    /** @param bytes the encoding of RFC 8032 */
    public Ed25519PublicKey(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new MalformedException("Ed25519 public key", "length", bytes.length + " bytes instead of " + SIZE);
        }
        byte[] spki = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + SIZE);
        System.arraycopy(bytes, 0, spki, SPKI_PREFIX.length, SIZE);
        try {
            this.key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new MalformedException("Ed25519 public key", "value", "is not a key");
        }
    }

    /** The 32 bytes of a JDK key. */
    public static byte[] bytes(EdECPublicKey key) {
        byte[] spki = key.getEncoded();
        return Arrays.copyOfRange(spki, spki.length - SIZE, spki.length);
    }

    /** Whether {@code signature} is this key's signature of {@code message}; false for any other bytes. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (InvalidKeyException | SignatureException e) {
            // The JDK decodes the key's point only now: 32 bytes that are not on the curve verify nothing.
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK since 15 has Ed25519", e);
        }
    }
}
