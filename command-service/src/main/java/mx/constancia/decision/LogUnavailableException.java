package mx.constancia.decision;

import org.jspecify.annotations.Nullable;

/** The event log cannot take or give events now. Whether the command was recorded is unknown: retry with the same key. */
public final class LogUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LogUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
