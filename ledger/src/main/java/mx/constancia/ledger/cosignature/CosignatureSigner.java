package mx.constancia.ledger.cosignature;

import java.time.InstantSource;
import mx.constancia.ledger.note.NoteSigner;
import mx.constancia.ledger.note.SignatureLine;
import mx.constancia.ledger.note.SignatureType;
import mx.constancia.ledger.note.Signer;
import mx.constancia.ledger.note.VerifierKey;

/**
 * Cosigns checkpoints for a witness, which has verified before that the log only grew. The key must serve no other witness: the
 * message does not name the cosigner.
 */
public final class CosignatureSigner implements NoteSigner {

    private final VerifierKey verifierKey;
    private final Signer signer;
    private final InstantSource clock;

    public CosignatureSigner(String name, Signer signer, InstantSource clock) {
        this.verifierKey = new VerifierKey(name, SignatureType.COSIGNATURE_V1, signer.publicKey());
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    @Override
    public SignatureLine sign(String text) {
        long seconds = clock.instant().getEpochSecond();
        return SignatureLine.of(verifierKey.id(), Cosignature.format(seconds, signer.sign(Cosignature.message(seconds, text))));
    }
}
