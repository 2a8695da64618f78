package mx.constancia.local.token;

/** No token was obtained; the message is one line for the person who asked. */
public final class TokenException extends Exception {

    /** Why, with the exit code of the command. */
    public enum Reason {
        /** The command line makes no sense. */
        USAGE(2),
        /** There is no such demo user. */
        UNKNOWN_USER(3),
        /** Nothing answers at the issuer's address. */
        UNREACHABLE(4),
        /** The issuer answered, and gave no token. */
        REFUSED(5);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    TokenException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why there is no token. */
    public Reason reason() {
        return reason;
    }
}
