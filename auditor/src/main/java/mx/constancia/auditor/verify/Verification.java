package mx.constancia.auditor.verify;

import mx.constancia.ledger.checkpoint.Checkpoint;

/**
 * The outcome of a verification.
 *
 * @param checkpoint what was verified against
 * @param ground     what was verified; worthless unless {@link #holds()}
 * @param from       first position that was read
 * @param bundles    entry bundles read
 * @param restricted restricted parts compared with their seals
 * @param faults     what does not hold
 */
public record Verification(Checkpoint checkpoint, Ground ground, long from, long bundles, long restricted, Faults faults) {

    /** Whether all of it holds. */
    public boolean holds() {
        return faults.isEmpty();
    }
}
