package mx.constancia.query.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.note.Ed25519Key;
import mx.constancia.ledger.note.Ed25519NoteSigner;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.RightEdge;
import mx.constancia.ledger.tiles.TreeGrowth;

/** The ledger writer's part in tests: what it puts into the topic when the log grows. */
final class TestLedger {

    static final String ORIGIN = "constancia.test/bitacora";

    private final Ed25519NoteSigner signer;
    private final List<byte[]> entries = new ArrayList<>();
    private RightEdge edge = RightEdge.empty();

    /** A file as it stands in the topic. */
    record Sent(String key, byte[] value) {
    }

    TestLedger() {
        this(new Ed25519NoteSigner(ORIGIN, Ed25519Key.generate()));
    }

    private TestLedger(Ed25519NoteSigner signer) {
        this.signer = signer;
    }

    /** Another history that the same key signs. */
    TestLedger rival() {
        return new TestLedger(signer);
    }

    Sent vkey() {
        return new Sent(LogKeys.ID, (signer.verifierKey().format() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Appends entries and gives the files in the order in which they are published. */
    List<Sent> grow(List<byte[]> added) {
        long from = edge.size();
        entries.addAll(added);
        TreeHasher hasher = new TreeHasher();
        RightEdge.Appended appended = edge.append(added.stream().map(hasher::leaf).toList());
        edge = appended.edge();
        List<Sent> sent = new ArrayList<>();
        for (BundleId id : new TreeGrowth(from, edge.size()).bundles()) {
            int first = (int) id.index() * 256;
            sent.add(new Sent(LedgerFile.key(id), EntryBundle.of(id, entries.subList(first, first + id.width())).bytes()));
        }
        appended.tiles().forEach(tile -> sent.add(new Sent(LedgerFile.key(tile.id()), tile.bytes())));
        sent.add(checkpoint());
        return sent;
    }

    /** Appends entries that differ by their name and number. */
    List<Sent> grow(String name, int count) {
        int from = entries.size();
        return grow(IntStream.range(from, from + count).mapToObj(i -> (name + " " + i).getBytes(StandardCharsets.UTF_8)).toList());
    }

    /** The signed head of the tree as it is. */
    Sent checkpoint() {
        return new Sent(SignedCheckpoint.PATH, signed().bytes());
    }

    SignedCheckpoint signed() {
        return SignedCheckpoint.sign(new Checkpoint(ORIGIN, edge.size(), edge.root()), List.of(signer));
    }

    Ed25519NoteSigner signer() {
        return signer;
    }

    byte[] entry(int position) {
        return entries.get(position);
    }
}
