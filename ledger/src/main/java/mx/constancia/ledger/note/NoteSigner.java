package mx.constancia.ledger.note;

/** Signs the text of notes under a name. */
public interface NoteSigner {

    /** The key that others verify with. */
    VerifierKey verifierKey();

    /** The line that signs {@code text}. */
    SignatureLine sign(String text);
}
