package mx.constancia.ledger.note;

/** An Ed25519 private key (RFC 8032) that may live elsewhere: in a file, a key management service or an HSM. */
public interface Signer {

    /** The 32 bytes of the public key. */
    byte[] publicKey();

    /**
     * The 64 bytes of the signature.
     *
     * @throws IllegalStateException if the key cannot be used now; nothing was signed, and the caller may try again
     */
    byte[] sign(byte[] message);
}
