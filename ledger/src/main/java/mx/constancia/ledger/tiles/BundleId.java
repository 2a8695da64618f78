package mx.constancia.ledger.tiles;

/**
 * An entry bundle: the entries from {@code index * 256} on (tlog-tiles, "Log entries").
 *
 * @param index from 0
 * @param width 256, or less for a partial bundle
 */
public record BundleId(long index, int width) implements TilePath {

    public BundleId {
        if (index < 0 || width < 1 || width > FULL_WIDTH) {
            throw TileNumber.malformed("bundle", "there is no bundle " + index + " of width " + width);
        }
    }

    /**
     * The bundle as a tree of this size has it, full or partial.
     *
     * @throws IllegalArgumentException if the tree is too small to have it
     */
    public static BundleId inTree(long treeSize, long index) {
        TileId leaves = TileId.inTree(treeSize, 0, index);
        return new BundleId(index, leaves.width());
    }

    @Override
    public String path() {
        return "tile/entries/" + new TileNumber(index, width).format();
    }
}
