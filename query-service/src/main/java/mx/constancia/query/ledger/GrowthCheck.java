package mx.constancia.query.ledger;

import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.ProofBuilder;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileHashReader;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.tiles.TilePath;
import mx.constancia.ledger.tiles.TreeGrowth;

import org.jspecify.annotations.Nullable;

/**
 * Whether the files that a checkpoint adds are there and are exactly those that it signs. The partial tiles are bound by the
 * root, each full tile by the one above it, each entry by its tile; a consistency proof binds it to the checkpoint before.
 */
final class GrowthCheck {

    private final LedgerFiles files;
    private final TreeHasher hasher = new TreeHasher();

    GrowthCheck(LedgerFiles files) {
        this.files = files;
    }

    /**
     * Checks a growth.
     *
     * @throws FileMissingException when a file has not come yet
     * @throws AlarmException       when the checkpoint is of another history, or a file is not the one that it signs
     */
    void check(@Nullable Checkpoint before, Checkpoint next) {
        long from = before == null ? 0 : before.size();
        var proofs = new ProofBuilder(new TileHashReader(files, next.size()));
        if (!proofs.root(next.size()).equals(next.root())) {
            throw new AlarmException(Alarm.Kind.FORKED, null, "The signed checkpoint of " + next.size()
                    + " entries does not have the root to which the published files lead");
        }
        try {
            proofs.consistency(from, next.size()).verify(before == null ? TreeHasher.EMPTY_ROOT : before.root(), next.root());
        } catch (UnverifiedException e) {
            throw new AlarmException(Alarm.Kind.FORKED, null, "The signed checkpoint of " + next.size()
                    + " entries does not continue the published one of " + from + ": " + e.getMessage());
        }
        var growth = new TreeGrowth(from, next.size());
        growth.tiles().stream().filter(TilePath::isFull).forEach(tile -> fullTile(tile, next.size()));
        growth.bundles().forEach(bundle -> entries(bundle, from));
    }

    private void fullTile(TileId id, long size) {
        TileId above = TileId.inTree(size, id.level() + 1, id.index() / TilePath.FULL_WIDTH);
        Hash signed = files.read(above).hash((int) (id.index() % TilePath.FULL_WIDTH));
        if (!files.read(id).root(hasher).equals(signed)) {
            throw altered(Coverage.position(id, 0), id);
        }
    }

    private void entries(BundleId id, long from) {
        EntryBundle bundle = files.bundle(id);
        Tile leaves = files.read(new TileId(0, id.index(), id.width()));
        for (int place = (int) Math.max(0, from - id.index() * TilePath.FULL_WIDTH); place < id.width(); place++) {
            if (!bundle.leaf(place, hasher).equals(leaves.hash(place))) {
                throw altered(Coverage.position(id, place), id);
            }
        }
    }

    private static AlarmException altered(long position, TilePath path) {
        return new AlarmException(Alarm.Kind.ALTERED, position, "The file " + path.path() + " is not the one that the checkpoint signs");
    }
}
