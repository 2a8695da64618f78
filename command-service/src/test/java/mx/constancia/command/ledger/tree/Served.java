package mx.constancia.command.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import mx.constancia.events.Topics;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.Frontier;
import mx.constancia.ledger.merkle.ProofBuilder;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileHashReader;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.tiles.TilePath;
import mx.constancia.ledger.tiles.TreeGrowth;

/** A ledger as anyone sees it who keeps the newest record of each key of {@link Topics#LEDGER}. */
public record Served(Map<String, byte[]> files) {

    public static Served of(Map<String, byte[]> files) {
        return new Served(files);
    }

    public SignedCheckpoint signed() {
        return SignedCheckpoint.parse(files.get("checkpoint"));
    }

    public Checkpoint checkpoint() {
        return signed().unverified();
    }

    /** The entries that the checkpoint covers. */
    public List<byte[]> entries() {
        List<byte[]> entries = new ArrayList<>();
        for (BundleId id : new TreeGrowth(0, checkpoint().size()).bundles()) {
            EntryBundle bundle = bundle(id);
            for (int i = 0; i < id.width(); i++) {
                entries.add(bundle.entry(i));
            }
        }
        return entries;
    }

    /** Every file that the checkpoint covers is there, and all of them lead to its root. */
    public Served requireWhole() {
        long size = checkpoint().size();
        var hasher = new TreeHasher();
        var frontier = new Frontier();
        entries().forEach(entry -> frontier.append(hasher.leaf(entry)));
        assertThat(frontier.root()).isEqualTo(checkpoint().root());
        assertThat(new ProofBuilder(new TileHashReader(this::tile, size)).root(size)).isEqualTo(checkpoint().root());
        new TreeGrowth(0, size).tiles().forEach(this::tile);
        return this;
    }

    /** Cuts the bundle from the widest, which may be wider than the checkpoint asks for. */
    private EntryBundle bundle(BundleId id) {
        byte[] widest = files.get(new BundleId(id.index(), TilePath.FULL_WIDTH).path());
        assertThat(widest).as(id.path()).isNotNull();
        int width = 0;
        for (int at = 0; at < widest.length; width++) {
            at += 2 + ((widest[at] & 255) << 8 | widest[at + 1] & 255);
        }
        return EntryBundle.parse(new BundleId(id.index(), width), widest).narrowed(id.width());
    }

    private Tile tile(TileId id) {
        byte[] widest = files.get(new TileId(id.level(), id.index(), TilePath.FULL_WIDTH).path());
        assertThat(widest).as(id.path()).isNotNull();
        return Tile.parse(new TileId(id.level(), id.index(), widest.length / 32), widest).narrowed(id.width());
    }
}
