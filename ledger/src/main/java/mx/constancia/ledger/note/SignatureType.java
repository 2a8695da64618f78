package mx.constancia.ledger.note;

/** How a key signs a note (signed-note, "Signature types"). Another algorithm, such as ML-DSA-44 (0x06), is one more constant. */
public enum SignatureType {

    /** Ed25519 over the text of the note. */
    ED25519(0x01),

    /** Ed25519 over the text and a time, by a witness (c2sp.org/tlog-cosignature). */
    COSIGNATURE_V1(0x04);

    private final byte identifier;

    SignatureType(int identifier) {
        this.identifier = (byte) identifier;
    }

    /** The byte that stands before the public key in a vkey and in the key's id. */
    public byte identifier() {
        return identifier;
    }
}
