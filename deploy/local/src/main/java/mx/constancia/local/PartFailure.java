package mx.constancia.local;

import org.jspecify.annotations.Nullable;

/** A part did not start; the message is one line that names it. */
final class PartFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    PartFailure(String part, Throwable cause) {
        super(part + " did not start: " + reason(cause), cause);
    }

    /** The innermost message, in one line: frameworks wrap it in many that say less. */
    private static String reason(Throwable cause) {
        String reason = null;
        for (@Nullable Throwable t = cause; t != null; t = t.getCause()) {
            if (t.getMessage() != null) {
                reason = t.getMessage();
            }
        }
        return reason == null ? cause.getClass().getSimpleName() : reason.lines().findFirst().orElse("");
    }
}
