package mx.constancia.auditor.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.ProofBuilder;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.note.NoteSigner;
import mx.constancia.ledger.tiles.RightEdge;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileHashReader;
import mx.constancia.ledger.tiles.TileId;
import mx.constancia.ledger.witness.AddCheckpoint;

/** A tree of entries that only a proof looks at; two trees of different seasons differ in every entry. */
public final class Tree {

    private final String season;

    public Tree(String season) {
        this.season = season;
    }

    public SignedCheckpoint checkpoint(long size) {
        return checkpoint(size, Keys.log());
    }

    public SignedCheckpoint checkpoint(long size, NoteSigner signer) {
        return SignedCheckpoint.sign(new Checkpoint(Keys.ORIGIN, size, root(size)), List.of(signer));
    }

    public Hash root(long size) {
        return RightEdge.empty().append(leaves(size)).edge().root();
    }

    /** What the log sends to a witness. */
    public AddCheckpoint growth(long from, long to) {
        List<Tile> tiles = RightEdge.empty().append(leaves(to)).tiles();
        var proofs = new ProofBuilder(new TileHashReader(id -> tile(tiles, id), to));
        return new AddCheckpoint(proofs.consistency(from, to), checkpoint(to));
    }

    private static Tile tile(List<Tile> tiles, TileId id) {
        return tiles.stream().filter(tile -> tile.id().equals(id)).findFirst().orElseThrow();
    }

    private List<Hash> leaves(long size) {
        return LongStream.range(0, size)
                .mapToObj(i -> new TreeHasher().leaf((season + i).getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }
}
