package mx.constancia.query.ledger;

import java.io.Serial;

/** A file of the ledger has not been read from the topic yet. */
final class FileMissingException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    FileMissingException(String path) {
        super(path + " is not there");
    }
}
