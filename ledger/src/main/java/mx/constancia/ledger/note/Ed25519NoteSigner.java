package mx.constancia.ledger.note;

import mx.constancia.ledger.text.Utf8;

/** Signs notes with Ed25519 (signed-note, "Ed25519 signatures"): the log's own signature. */
public final class Ed25519NoteSigner implements NoteSigner {

    private final VerifierKey verifierKey;
    private final Signer signer;

    /** @param name for a log, its origin */
    public Ed25519NoteSigner(String name, Signer signer) {
        this.verifierKey = new VerifierKey(name, SignatureType.ED25519, signer.publicKey());
        this.signer = signer;
    }

    @Override
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    @Override
    public SignatureLine sign(String text) {
        return SignatureLine.of(verifierKey.id(), signer.sign(Utf8.encode("note", text)));
    }
}
