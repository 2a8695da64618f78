package mx.constancia.auditor.source;

/** A source cannot be read: it is away, refuses, stalls, or answers with more than it may. Says nothing about the evidence. */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param source name of the source */
    public SourceException(String source, String reason) {
        super(source + ": " + reason);
    }

    /** @param source name of the source */
    public SourceException(String source, Throwable cause) {
        super(source + ": " + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage().replaceFirst("\\.+$", "")), cause);
    }
}
