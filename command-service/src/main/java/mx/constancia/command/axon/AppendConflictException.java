package mx.constancia.command.axon;

import mx.constancia.command.eventlog.AppendResult;

/** The log did not take the events of a unit of work; rolls it back. */
final class AppendConflictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient AppendResult result;

    AppendConflictException(AppendResult result) {
        super(result.toString(), null, false, false);
        this.result = result;
    }

    /** What the log answered; never {@link AppendResult.Appended}. */
    AppendResult result() {
        return result;
    }
}
