package mx.constancia.query.ledger;

import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.tiles.TilePath;

/** What of a file a tree covers, and which positions the file covers. */
final class Coverage {

    private Coverage() {
    }

    /** How many hashes or entries of a file belong to a tree of this size: 0 to 256. */
    static int width(TilePath path, long treeSize) {
        int shift = level(path) * Byte.SIZE;
        long all = shift >= Long.SIZE ? 0 : treeSize >>> shift;
        return (int) Math.clamp(all - path.index() * TilePath.FULL_WIDTH, 0, TilePath.FULL_WIDTH);
    }

    /** The first position that stands below a place of a file. */
    static long position(TilePath path, int place) {
        return path.index() * TilePath.FULL_WIDTH + place << level(path) * Byte.SIZE;
    }

    /** Whether a file can exist: so that its positions are numbers. */
    static boolean isPossible(TilePath path) {
        int shift = level(path) * Byte.SIZE;
        return shift < Long.SIZE - 1 && path.index() <= Long.MAX_VALUE / TilePath.FULL_WIDTH - 1
                && (path.index() + 1) * TilePath.FULL_WIDTH <= Long.MAX_VALUE >>> shift;
    }

    private static int level(TilePath path) {
        return switch (path) {
            case TileId tile -> tile.level();
            case BundleId bundle -> 0;
        };
    }
}
