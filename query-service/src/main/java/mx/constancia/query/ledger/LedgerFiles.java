package mx.constancia.query.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.tiles.TilePath;
import mx.constancia.ledger.tiles.TileSource;

import org.bson.Document;

/** Tiles and bundles of any width, cut from those that are stored. */
final class LedgerFiles implements TileSource {

    /** Where the documents are. */
    @FunctionalInterface
    interface Documents {

        /** The documents that exist, by {@code _id}. */
        Map<String, Document> find(Collection<String> ids);
    }

    private final Documents documents;

    LedgerFiles(Documents documents) {
        this.documents = documents;
    }

    /** The bytes of a file; empty when it is not there in this width. */
    Optional<byte[]> bytes(TilePath path) {
        String key = LedgerFile.key(path);
        return Optional.ofNullable(documents.find(List.of(key)).get(key)).map(LedgerFile::of)
                .filter(file -> file.width() >= path.width())
                .map(file -> file.narrowed(path.width()));
    }

    /** @throws FileMissingException when it is not there in this width */
    @Override
    public Tile read(TileId id) {
        return Tile.parse(id, required(id));
    }

    /** @throws FileMissingException when it is not there in this width */
    EntryBundle bundle(BundleId id) {
        return EntryBundle.parse(id, required(id));
    }

    private byte[] required(TilePath path) {
        return bytes(path).orElseThrow(() -> new FileMissingException(path.path()));
    }
}
