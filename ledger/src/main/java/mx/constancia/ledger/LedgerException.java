package mx.constancia.ledger;

/** What every parser and verifier of this module throws, and nothing else, whatever bytes it is given. */
public abstract sealed class LedgerException extends RuntimeException permits MalformedException, UnverifiedException {

    LedgerException(String message) {
        super(message);
    }
}
