package mx.constancia.ledger.tiles;

import java.util.LinkedHashMap;
import java.util.Map;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.HashReader;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.merkle.TreeNode;

/**
 * Computes the hashes of subtrees from tiles; remembers the tiles read last. The tiles are not verified: verify the proof that was
 * built with them. Not thread-safe.
 */
public final class TileHashReader implements HashReader {

    private static final int REMEMBERED = 64;

    private final TreeHasher hasher = new TreeHasher();
    private final TileSource source;
    private final long treeSize;
    private final Map<TileId, Tile> tiles = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TileId, Tile> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param treeSize of a published checkpoint: decides which tiles are partial */
    public TileHashReader(TileSource source, long treeSize) {
        this.source = source;
        this.treeSize = treeSize;
    }

    /** @throws IllegalArgumentException if the tree does not have this subtree */
    @Override
    public Hash read(TreeNode node) {
        int level = node.height() / Byte.SIZE;
        int height = node.height() % Byte.SIZE;
        long first = node.index() << height;
        TileId id = TileId.inTree(treeSize, level, first / TilePath.FULL_WIDTH);
        Tile tile = tiles.computeIfAbsent(id, source::read);
        return tile.subtree((int) (first % TilePath.FULL_WIDTH), height, hasher);
    }
}
