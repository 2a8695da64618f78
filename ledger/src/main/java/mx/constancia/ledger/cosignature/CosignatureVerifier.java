package mx.constancia.ledger.cosignature;

import java.time.Instant;
import mx.constancia.ledger.note.Ed25519PublicKey;
import mx.constancia.ledger.note.KeyId;
import mx.constancia.ledger.note.NoteVerifier;
import mx.constancia.ledger.note.SignatureLine;
import mx.constancia.ledger.note.SignatureType;
import mx.constancia.ledger.note.VerifierKey;

/** Verifies a witness's cosignatures. */
public final class CosignatureVerifier implements NoteVerifier {

    private final KeyId key;
    private final Ed25519PublicKey publicKey;

    /** @throws IllegalArgumentException if the key is not a cosigner's */
    public CosignatureVerifier(VerifierKey verifierKey) {
        this.publicKey = verifierKey.ed25519(SignatureType.COSIGNATURE_V1);
        this.key = verifierKey.id();
    }

    @Override
    public KeyId key() {
        return key;
    }

    @Override
    public boolean verify(String text, byte[] signature) {
        return Cosignature.isWellFormed(signature)
                && publicKey.verifies(Cosignature.message(Cosignature.seconds(signature), text), Cosignature.signature(signature));
    }

    /** When the witness cosigned, to the second, by its own clock; of a line that verified. */
    public static Instant time(SignatureLine cosignature) {
        return Instant.ofEpochSecond(Cosignature.seconds(cosignature.signature()));
    }
}
