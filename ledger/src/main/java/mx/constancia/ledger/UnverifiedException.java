package mx.constancia.ledger;

/**
 * Well-formed evidence that does not prove what it claims: a wrong signature, root, proof or quorum.
 * Keep the evidence: it may show that a log misbehaved.
 */
public final class UnverifiedException extends LedgerException {

    /** @param reason one sentence that says what does not hold */
    public UnverifiedException(String reason) {
        super(reason);
    }
}
