package mx.constancia.decision;

/** How strongly a rule acts. */
public enum Strength {

    /** Integrity: a breach is always rejected, under every rulebook. */
    H1,
    /** Legal precondition: a breach rejects a LIVE command and becomes a finding of a HISTORICAL one. */
    H2,
    /** Monitored obligation: a breach never rejects, it becomes a finding. */
    M
}
