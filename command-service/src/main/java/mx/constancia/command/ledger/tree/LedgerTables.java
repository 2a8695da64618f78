package mx.constancia.command.ledger.tree;

import java.util.List;
import java.util.Optional;

import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileSource;

/** The tree as it is stored. Only one writer at a time has the right to it; every method throws when the right is lost. */
public interface LedgerTables extends TileSource {

    /** The position after the last event of the log. */
    long logEnd();

    /** The checkpoint that was signed last. */
    Optional<SignedTree> lastSigned();

    /** Stores tiles, new or wider than they are stored, and the checkpoint that covers them: both or neither. */
    void save(List<Tile> tiles, SignedTree signed);
}
