package mx.constancia.command.ledger.tree;

import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.tiles.TilePath;

/**
 * A file of the ledger as it is published; see {@link mx.constancia.events.Topics#LEDGER}.
 *
 * @param key   path of the full file: a wider one replaces a narrower one
 * @param bytes content; not copied, nobody changes it
 */
public record LedgerFile(String key, byte[] bytes) {

    /** Key of the checkpoint. */
    public static final String CHECKPOINT = SignedCheckpoint.PATH;
    /** Key of the verifier keys. */
    public static final String VERIFIER_KEYS = "vkey";

    static LedgerFile of(EntryBundle bundle) {
        return new LedgerFile(new BundleId(bundle.id().index(), TilePath.FULL_WIDTH).path(), bundle.bytes());
    }

    static LedgerFile of(Tile tile) {
        return new LedgerFile(new TileId(tile.id().level(), tile.id().index(), TilePath.FULL_WIDTH).path(), tile.bytes());
    }

    static LedgerFile of(SignedCheckpoint checkpoint) {
        return new LedgerFile(CHECKPOINT, checkpoint.bytes());
    }
}
