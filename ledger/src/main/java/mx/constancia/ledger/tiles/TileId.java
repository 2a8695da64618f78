package mx.constancia.ledger.tiles;

/**
 * A tile: hash i of tile n at level l is the root of the entries from {@code (n * 256 + i) * 256^l} up to
 * {@code (n * 256 + i + 1) * 256^l} (tlog-tiles, "Merkle Tree").
 *
 * @param level 0 (leaf hashes) to 63
 * @param index from 0
 * @param width 256, or less for a partial tile
 */
public record TileId(int level, long index, int width) implements TilePath {

    static final int MAX_LEVEL = 63;

    public TileId {
        if (level < 0 || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL_WIDTH) {
            throw TileNumber.malformed("tile", "there is no tile " + index + " of width " + width + " at level " + level);
        }
    }

    /**
     * The tile as a tree of this size has it, full or partial.
     *
     * @throws IllegalArgumentException if the tree is too small to have it
     */
    public static TileId inTree(long treeSize, int level, long index) {
        long hashes = hashesAt(treeSize, level);
        long full = hashes / FULL_WIDTH;
        int width = index < full ? FULL_WIDTH : (int) (hashes % FULL_WIDTH);
        if (index > full || width == 0) {
            throw new IllegalArgumentException("a tree of size " + treeSize + " has no tile " + index + " at level " + level);
        }
        return new TileId(level, index, width);
    }

    /** Number of hashes that the tiles of a level hold for a tree of this size: floor(size / 256^level). */
    static long hashesAt(long treeSize, int level) {
        return level >= Long.BYTES ? 0 : treeSize >>> (Byte.SIZE * level);
    }

    @Override
    public String path() {
        return "tile/" + level + "/" + new TileNumber(index, width).format();
    }
}
