package mx.constancia.auditor.cli;

import mx.constancia.auditor.audit.Verdict;

/** What a script gets. */
enum ExitCode {
    /** Everything that was asked for is verified. */
    VERIFIED,
    /** Evidence does not hold: the log, a source or a receipt was altered. */
    FAILED,
    /** The command line is wrong. */
    USAGE,
    /** A source is away, refuses, or lacks something: nothing speaks against the log, and it is not verified. */
    INCOMPLETE,
    /** The tool itself failed, or this machine's disk did. */
    INTERNAL;

    int code() {
        return ordinal();
    }

    static ExitCode of(Verdict verdict) {
        return switch (verdict) {
            case VERIFIED -> VERIFIED;
            case FAILED -> FAILED;
            case INCOMPLETE -> INCOMPLETE;
        };
    }
}
