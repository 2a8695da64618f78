package mx.constancia.auditor.verify;

import java.util.ArrayList;
import java.util.List;

/** What does not hold, in the order of the log: neighbours as one, the first hundred in full, the others as a number. */
public final class Faults {

    /** Faults that are kept. */
    public static final int MOST_KEPT = 100;

    private final List<Fault> kept = new ArrayList<>();
    private long positions;
    private boolean evidence;

    /** Adds one. */
    public void add(Fault fault) {
        positions += fault.positions();
        evidence |= fault.kind().isEvidence();
        for (int i = kept.size() - 1; i >= Math.max(0, kept.size() - 4); i--) {
            if (fault.continues(kept.get(i))) {
                kept.set(i, fault.after(kept.get(i)));
                return;
            }
        }
        if (kept.size() < MOST_KEPT) {
            kept.add(fault);
        }
    }

    /** The first ones. */
    public List<Fault> kept() {
        return List.copyOf(kept);
    }

    /** How many positions they concern altogether, those that are not kept included. */
    public long positions() {
        return positions;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return positions == 0;
    }

    /** Whether at least one speaks against the log. */
    public boolean haveEvidence() {
        return evidence;
    }
}
