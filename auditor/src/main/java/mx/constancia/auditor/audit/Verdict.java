package mx.constancia.auditor.audit;

/** What an audit says. */
public enum Verdict {
    /** Everything holds. */
    VERIFIED,
    /** Something does not hold: evidence against the log, or against who shows it. */
    FAILED,
    /** Nothing speaks against the log, but not everything could be read. */
    INCOMPLETE
}
