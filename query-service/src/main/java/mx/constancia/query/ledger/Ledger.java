package mx.constancia.query.ledger;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

import mx.constancia.ledger.merkle.ConsistencyProof;
import mx.constancia.ledger.merkle.ProofBuilder;
import mx.constancia.ledger.proof.Receipt;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.TileHashReader;
import mx.constancia.ledger.tiles.TilePath;
import mx.constancia.query.store.View;
import mx.constancia.query.store.ViewStore;

import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/** Answers from the published ledger: only what the served checkpoint covers, in a few reads by {@code _id}. */
@Component
class Ledger {

    private final ViewStore store;
    private final LedgerFiles files;

    Ledger(ViewStore store) {
        this.store = store;
        this.files = new LedgerFiles(ids -> store.find(View.LEDGER, ids));
    }

    /** The newest published checkpoint; empty before the first one. */
    Optional<Published> published() {
        return document(Published.ID).map(Published::of);
    }

    /** The log's verifier keys, one a line. */
    Optional<byte[]> keys() {
        return document(LogKeys.ID).map(document -> document.get("bytes", Binary.class).getData());
    }

    /** A tile or bundle of this width; empty when the published tree has none. */
    Optional<byte[]> file(TilePath path, Published published) {
        return Coverage.isPossible(path) && Coverage.width(path, published.size()) >= path.width() ? files.bytes(path) : Optional.empty();
    }

    /**
     * The receipt of a published event. It carries the entry itself as extra data.
     *
     * @param position below the size of the checkpoint
     */
    Receipt receipt(long position, Published published) {
        BundleId bundle = BundleId.inTree(published.size(), position / TilePath.FULL_WIDTH);
        byte[] entry = files.bundle(bundle).entry((int) (position % TilePath.FULL_WIDTH));
        return new Receipt(proofs(published.size()).inclusion(position, published.size()),
                Base64.getEncoder().encodeToString(entry), published.signed());
    }

    /** Proof that the tree of {@code from} entries is the beginning of that of {@code to}, which is at most the published size. */
    ConsistencyProof consistency(long from, long to) {
        return proofs(to).consistency(from, to);
    }

    private ProofBuilder proofs(long size) {
        return new ProofBuilder(new TileHashReader(files, size));
    }

    private Optional<Document> document(String id) {
        return Optional.ofNullable(store.find(View.LEDGER, List.of(id)).get(id));
    }
}
