package mx.constancia.query.replay;

/** A position below the visible head could not be read: the views were emptied and are built anew. */
final class LogNotThereException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LogNotThereException(long position) {
        super("position " + position + " is not in the log");
    }
}
