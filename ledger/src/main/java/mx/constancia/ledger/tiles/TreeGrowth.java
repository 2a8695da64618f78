package mx.constancia.ledger.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * What a log has to write when it grows. Written bundles first, tiles bottom up and the checkpoint last, no reader ever sees a
 * checkpoint whose files are not there.
 *
 * @param from size that is written already
 * @param to   size to reach
 */
public record TreeGrowth(long from, long to) {

    public TreeGrowth {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a tree does not grow from size " + from + " to " + to);
        }
    }

    /** The bundles that are new or wider. */
    public List<BundleId> bundles() {
        return changed(0, index -> BundleId.inTree(to, index));
    }

    /** The tiles that are new or wider, bottom up. */
    public List<TileId> tiles() {
        var tiles = new ArrayList<TileId>();
        for (int level = 0; TileId.hashesAt(to, level) > 0; level++) {
            int current = level;
            tiles.addAll(changed(level, index -> TileId.inTree(to, current, index)));
        }
        return tiles;
    }

    private <T> List<T> changed(int level, LongFunction<T> id) {
        long before = TileId.hashesAt(from, level);
        long after = TileId.hashesAt(to, level);
        var changed = new ArrayList<T>();
        if (after > before) {
            for (long index = before / TilePath.FULL_WIDTH; index <= (after - 1) / TilePath.FULL_WIDTH; index++) {
                changed.add(id.apply(index));
            }
        }
        return changed;
    }
}
