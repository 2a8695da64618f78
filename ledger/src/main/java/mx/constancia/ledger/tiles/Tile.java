package mx.constancia.ledger.tiles;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.TreeHasher;
import org.jspecify.annotations.Nullable;

/** The hashes of a tile, 32 bytes each, one after another. */
public final class Tile {

    private final TileId id;
    private final byte[] bytes;

    private Tile(TileId id, byte[] bytes) {
        if (bytes.length != id.width() * Hash.SIZE) {
            throw new MalformedException("tile " + id.path(), "length",
                    bytes.length + " bytes instead of " + id.width() * Hash.SIZE);
        }
        this.id = id;
        this.bytes = bytes;
    }

    /** Reads a file. Keeps the array, which the caller must not change any more. */
    public static Tile parse(TileId id, byte[] bytes) {
        return new Tile(id, bytes);
    }

    /** Makes a tile of as many hashes as it is wide. */
    public static Tile of(TileId id, List<Hash> hashes) {
        var bytes = new byte[hashes.size() * Hash.SIZE];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(bytes, i * Hash.SIZE);
        }
        return new Tile(id, bytes);
    }

    /** Which tile it is. */
    public TileId id() {
        return id;
    }

    /** The hash at a place, from 0. */
    public Hash hash(int place) {
        return Hash.at(bytes, Objects.checkIndex(place, id.width()) * Hash.SIZE);
    }

    /** All hashes. */
    public List<Hash> hashes() {
        return IntStream.range(0, id.width()).mapToObj(this::hash).toList();
    }

    /**
     * The root of {@code 2^height} neighbouring hashes.
     *
     * @param place of the first, a multiple of {@code 2^height}
     */
    public Hash subtree(int place, int height, TreeHasher hasher) {
        Objects.checkFromIndexSize(place, 1 << height, id.width());
        return hasher.subtree(bytes, place * Hash.SIZE, 1 << height);
    }

    /** The root of a full tile: the hash that stands for it one level up. */
    public Hash root(TreeHasher hasher) {
        return subtree(0, Byte.SIZE, hasher);
    }

    /** The partial tile that this one was when it had only {@code width} hashes. */
    public Tile narrowed(int width) {
        return new Tile(new TileId(id.level(), id.index(), width), Arrays.copyOf(bytes, Math.min(width, id.width()) * Hash.SIZE));
    }

    /** A copy of the file's bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether it is the same tile with the same bytes. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tile that && id.equals(that.id) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, Arrays.hashCode(bytes));
    }
}
