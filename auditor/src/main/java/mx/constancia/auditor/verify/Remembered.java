package mx.constancia.auditor.verify;

import java.util.List;

import mx.constancia.ledger.merkle.Frontier;
import mx.constancia.ledger.merkle.Hash;

/**
 * A tree that was verified before.
 *
 * @param size     number of its entries
 * @param frontier roots of its complete subtrees; they tell where a tree with another root differs
 */
public record Remembered(long size, List<Hash> frontier) {

    public Remembered {
        frontier = List.copyOf(frontier);
        Frontier.of(size, frontier);
    }

    /** Root of the tree. */
    public Hash root() {
        return Frontier.of(size, frontier).root();
    }
}
