package mx.constancia.command.ledger.tree;

import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.tiles.TilePath;

/** Compares rows of the log with the tree, and the tree with itself. */
public final class Scrub {

    private final EventSource log;
    private final LedgerTables tables;
    private final TreeHasher hasher = new TreeHasher();

    public Scrub(EventSource log, LedgerTables tables) {
        this.log = log;
        this.tables = tables;
    }

    /**
     * Compares the rows of a bundle with their leaf hashes, and full tiles with the hash that stands for them a level up.
     *
     * @param treeSize of a tree that is stored
     * @throws LedgerAlarm at the first position that differs
     */
    public void bundle(long index, long treeSize) {
        Tile leaves = tables.read(TileId.inTree(treeSize, 0, index));
        long low = index * TilePath.FULL_WIDTH;
        Entries.read(log, low, low + BundleId.inTree(treeSize, index).width()).requireSameAs(leaves);
        Tile tile = leaves;
        while (tile.id().isFull()) {
            Tile parent = tables.read(TileId.inTree(treeSize, tile.id().level() + 1, tile.id().index() / TilePath.FULL_WIDTH));
            int place = (int) (tile.id().index() % TilePath.FULL_WIDTH);
            if (!tile.root(hasher).equals(parent.hash(place))) {
                throw new LedgerAlarm(low, "the stored hashes of " + tile.id().path() + " and " + parent.id().path() + " do not belong together");
            }
            if (place < TilePath.FULL_WIDTH - 1) {
                return;
            }
            tile = parent;
        }
    }

    /**
     * Compares the stored tree with the checkpoint that was signed last.
     *
     * @throws LedgerAlarm when its root is another
     */
    public void root() {
        tables.lastSigned().map(SignedTree::checkpoint).ifPresent(signed -> {
            Hash root = LedgerSession.proofs(tables, signed.size()).root(signed.size());
            if (!root.equals(signed.root())) {
                throw new LedgerAlarm(signed.size(), "the stored tiles are not those of the tree of size " + signed.size() + " that was signed last");
            }
        });
    }
}
