package mx.constancia.ledger.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.merkle.Frontier;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.TreeHasher;

/**
 * The partial tiles at the right edge of a log: all that is needed to append to it. Immutable, so that the edge before an append
 * still stands if the new tiles cannot be written.
 */
public final class RightEdge {

    private final long size;
    /** By level, the hashes of the partial tile; none where the tiles of the level are full. */
    private final List<List<Hash>> levels;

    private RightEdge(long size, List<List<Hash>> levels) {
        this.size = size;
        this.levels = levels;
    }

    /** The edge of an empty log. */
    public static RightEdge empty() {
        return new RightEdge(0, List.of());
    }

    /** The partial tiles that a log of this size has, bottom up. */
    public static List<TileId> tilesOf(long size) {
        return IntStream.range(0, Long.BYTES)
                .filter(level -> widthAt(size, level) > 0)
                .mapToObj(level -> new TileId(level, TileId.hashesAt(size, level) / TilePath.FULL_WIDTH, widthAt(size, level)))
                .toList();
    }

    /** Restores the edge of a log from exactly the tiles of {@link #tilesOf}; compare its {@link #root()} with the checkpoint. */
    public static RightEdge of(long size, List<Tile> tiles) {
        if (!tiles.stream().map(Tile::id).toList().equals(tilesOf(size))) {
            throw new MalformedException("right edge", "tiles", "are not the partial tiles of a tree of size " + size);
        }
        var levels = new ArrayList<List<Hash>>();
        for (Tile tile : tiles) {
            while (levels.size() < tile.id().level()) {
                levels.add(List.of());
            }
            levels.add(tile.hashes());
        }
        return new RightEdge(size, List.copyOf(levels));
    }

    /** Integrates leaves, given their hashes in order. */
    public Appended append(List<Hash> leaves) {
        var hasher = new TreeHasher();
        var tiles = new ArrayList<Tile>();
        var newLevels = new ArrayList<List<Hash>>();
        List<Hash> added = leaves;
        for (int level = 0; level < levels.size() || !added.isEmpty(); level++) {
            List<Hash> row = new ArrayList<>(level < levels.size() ? levels.get(level) : List.of());
            row.addAll(added);
            List<Tile> cut = added.isEmpty() ? List.of() : cut(level, row);
            tiles.addAll(cut);
            newLevels.add(List.copyOf(row.subList(row.size() / TilePath.FULL_WIDTH * TilePath.FULL_WIDTH, row.size())));
            added = cut.stream().filter(tile -> tile.id().isFull()).map(tile -> tile.root(hasher)).toList();
        }
        return new Appended(new RightEdge(Math.addExact(size, leaves.size()), List.copyOf(newLevels)), List.copyOf(tiles));
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Root of the tree. */
    public Hash root() {
        return frontier().root();
    }

    /** The frontier of the tree, to append without tiles. */
    public Frontier frontier() {
        var hashes = new ArrayList<Hash>();
        for (List<Hash> level : levels.reversed()) {
            var row = new Frontier();
            level.forEach(row::append);
            hashes.addAll(row.hashes());
        }
        return Frontier.of(size, hashes);
    }

    private List<Tile> cut(int level, List<Hash> row) {
        var tiles = new ArrayList<Tile>();
        long index = TileId.hashesAt(size, level) / TilePath.FULL_WIDTH;
        for (int start = 0; start < row.size(); start += TilePath.FULL_WIDTH) {
            List<Hash> hashes = row.subList(start, Math.min(start + TilePath.FULL_WIDTH, row.size()));
            tiles.add(Tile.of(new TileId(level, index++, hashes.size()), hashes));
        }
        return tiles;
    }

    private static int widthAt(long size, int level) {
        return (int) (TileId.hashesAt(size, level) % TilePath.FULL_WIDTH);
    }

    /**
     * What an append leads to.
     *
     * @param edge  the edge afterwards
     * @param tiles the tiles that are new or wider, bottom up, to be written before a checkpoint covers them
     */
    public record Appended(RightEdge edge, List<Tile> tiles) {
    }
}
