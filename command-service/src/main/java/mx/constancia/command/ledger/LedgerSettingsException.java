package mx.constancia.command.ledger;

/** The ledger cannot be written as it is configured; the service refuses to start. */
final class LedgerSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LedgerSettingsException(String reason) {
        super(reason);
    }
}
