package mx.constancia.ledger.note;

import mx.constancia.ledger.text.Utf8;

/** Verifies the lines of an {@link Ed25519NoteSigner}. */
public final class Ed25519NoteVerifier implements NoteVerifier {

    private final KeyId key;
    private final Ed25519PublicKey publicKey;

    /** @throws IllegalArgumentException if the key signs in another way */
    public Ed25519NoteVerifier(VerifierKey verifierKey) {
        this.publicKey = verifierKey.ed25519(SignatureType.ED25519);
        this.key = verifierKey.id();
    }

    @Override
    public KeyId key() {
        return key;
    }

    @Override
    public boolean verify(String text, byte[] signature) {
        return publicKey.verifies(Utf8.encode("note", text), signature);
    }
}
