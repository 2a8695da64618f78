package mx.constancia.ledger.note;

/** Verifies the signature lines of one key. */
public interface NoteVerifier {

    /** The key whose lines this verifies. */
    KeyId key();

    /** Whether {@code signature} signs {@code text}; false, and no exception, for any bytes that do not. */
    boolean verify(String text, byte[] signature);
}
