package mx.constancia.query.ledger;

import java.util.Arrays;
import java.util.OptionalLong;

import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.tiles.TilePath;

import org.bson.Document;
import org.bson.types.Binary;

/**
 * A tile or a bundle, as wide as it has become. A narrower one is the beginning of a wider one.
 *
 * @param path  which it is, with its width
 * @param bytes its bytes; nobody changes them
 */
record LedgerFile(TilePath path, byte[] bytes) {

    /**
     * The file of a record, or of a document.
     *
     * @param key the path of the full file
     * @throws MalformedException when it is none
     */
    static LedgerFile of(String key, byte[] bytes) {
        TilePath full = TilePath.parse(key);
        if (!full.isFull() || !Coverage.isPossible(full)) {
            throw new MalformedException("key of a file", "path", "is not that of a full tile or bundle");
        }
        TilePath path = switch (full) {
            case TileId tile -> new TileId(tile.level(), tile.index(), width(bytes));
            case BundleId bundle -> new BundleId(bundle.index(), entries(bytes));
        };
        LedgerFile file = new LedgerFile(path, bytes);
        file.narrowed(path.width());
        return file;
    }

    static LedgerFile of(Document document) {
        return of(document.getString("_id"), document.get("bytes", Binary.class).getData());
    }

    Document document() {
        return new Document("_id", key(path)).append("bytes", new Binary(bytes));
    }

    /** The key of a file, whatever its width. */
    static String key(TilePath path) {
        return switch (path) {
            case TileId tile -> new TileId(tile.level(), tile.index(), TilePath.FULL_WIDTH).path();
            case BundleId bundle -> new BundleId(bundle.index(), TilePath.FULL_WIDTH).path();
        };
    }

    int width() {
        return path.width();
    }

    /** What it was when it was only so wide. */
    byte[] narrowed(int width) {
        return switch (path) {
            case TileId tile -> Tile.parse(tile, bytes).narrowed(width).bytes();
            case BundleId bundle -> EntryBundle.parse(bundle, bytes).narrowed(width).bytes();
        };
    }

    /** Whether another file of the same key begins with this one. */
    boolean isBeginningOf(LedgerFile other) {
        int mismatch = Arrays.mismatch(bytes, other.bytes);
        return mismatch < 0 || mismatch == bytes.length;
    }

    /**
     * The first position in which another file of the same key does not have what this one has.
     *
     * @param width how much of this one counts
     */
    OptionalLong contradiction(LedgerFile other, int width) {
        if (width <= other.width() && Arrays.equals(narrowed(width), other.narrowed(width))) {
            return OptionalLong.empty();
        }
        for (int place = 0; place < width; place++) {
            if (place >= other.width() || !Arrays.equals(part(place), other.part(place))) {
                return OptionalLong.of(Coverage.position(path, place));
            }
        }
        throw new IllegalStateException("two files differ in no part");
    }

    private byte[] part(int place) {
        return switch (path) {
            case TileId tile -> Arrays.copyOfRange(bytes, place * Hash.SIZE, (place + 1) * Hash.SIZE);
            case BundleId bundle -> EntryBundle.parse(bundle, bytes).entry(place);
        };
    }

    private static int width(byte[] tile) {
        return tile.length % Hash.SIZE == 0 && tile.length <= TilePath.FULL_WIDTH * Hash.SIZE ? tile.length / Hash.SIZE : 0;
    }

    /** The number of entries, as far as their lengths can be followed. */
    private static int entries(byte[] bundle) {
        int count = 0;
        int next = 0;
        while (count < TilePath.FULL_WIDTH && next + Short.BYTES <= bundle.length) {
            next += Short.BYTES + (Byte.toUnsignedInt(bundle[next]) << Byte.SIZE | Byte.toUnsignedInt(bundle[next + 1]));
            count++;
        }
        return count;
    }
}
