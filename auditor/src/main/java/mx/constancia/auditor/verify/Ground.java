package mx.constancia.auditor.verify;

import java.util.Map;

import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.tiles.RightEdge;

/**
 * What has been verified already, and need not be read again to verify what comes after it.
 *
 * @param edge       right edge of the tree
 * @param versions   version of each stream
 * @param recordedAt instant of recording of the last event; empty before the first one
 */
public record Ground(RightEdge edge, Map<String, Long> versions, String recordedAt) {

    /** The empty log. */
    public static final Ground NONE = new Ground(RightEdge.empty(), Map.of(), "");

    public Ground {
        versions = Map.copyOf(versions);
    }

    /** Number of entries. */
    public long size() {
        return edge.size();
    }

    /** Root of the tree of these entries. */
    public Hash root() {
        return edge.root();
    }
}
