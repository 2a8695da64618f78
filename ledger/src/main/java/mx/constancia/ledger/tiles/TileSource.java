package mx.constancia.ledger.tiles;

/** Where tiles come from: a folder, a server, a store. */
@FunctionalInterface
public interface TileSource {

    /**
     * Reads a tile. Where a wider one replaced it, the source may cut it from that ({@link Tile#narrowed}).
     *
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    Tile read(TileId id);
}
