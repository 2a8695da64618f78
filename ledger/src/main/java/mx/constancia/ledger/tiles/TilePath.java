package mx.constancia.ledger.tiles;

import java.util.Arrays;
import java.util.List;
import mx.constancia.ledger.MalformedException;

/** The path of a static file below a log's prefix (tlog-tiles, "Merkle Tree" and "Log entries"). */
public sealed interface TilePath permits TileId, BundleId {

    /** Hashes in a full tile, and entries in a full bundle. */
    int FULL_WIDTH = 256;

    /** Media type to serve tiles and bundles with. */
    String MEDIA_TYPE = "application/octet-stream";

    /** Index among the tiles of the level, or among the bundles. */
    long index();

    /** Number of hashes or entries, 1 to 256. */
    int width();

    /** The path, without slash at the beginning. */
    String path();

    /** Whether it is complete and can never grow. */
    default boolean isFull() {
        return width() == FULL_WIDTH;
    }

    /** Parses a path without slash at the beginning; only the canonical form of a path is accepted. */
    static TilePath parse(String path) {
        if (path.length() > TileNumber.MAX_PATH) {
            throw TileNumber.malformed("length", "longer than " + TileNumber.MAX_PATH + " characters");
        }
        List<String> elements = Arrays.asList(path.split("/", -1));
        if (elements.size() < 3 || !elements.getFirst().equals("tile")) {
            throw TileNumber.malformed("start", "is not tile/<level>/<index> or tile/entries/<index>");
        }
        TileNumber number = TileNumber.parse(elements.subList(2, elements.size()));
        TilePath parsed = elements.get(1).equals("entries")
                ? new BundleId(number.index(), number.width())
                : new TileId(TileNumber.decimal("level", elements.get(1), TileId.MAX_LEVEL), number.index(), number.width());
        if (!parsed.path().equals(path)) {
            throw new MalformedException(TileNumber.FORMAT, "index", "is not written as " + parsed.path());
        }
        return parsed;
    }
}
