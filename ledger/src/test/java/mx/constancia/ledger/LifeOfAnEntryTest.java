package mx.constancia.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.ProofBuilder;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.policy.TrustPolicy;
import mx.constancia.ledger.proof.Receipt;
import mx.constancia.ledger.tiles.BundleId;
import mx.constancia.ledger.tiles.EntryBundle;
import mx.constancia.ledger.tiles.RightEdge;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileHashReader;
import mx.constancia.ledger.tiles.TreeGrowth;
import mx.constancia.ledger.witness.AddCheckpoint;
import org.junit.jupiter.api.Test;

/** How writer, witness, server and auditor use the formats together; the folder stands for the files that a log serves. */
class LifeOfAnEntryTest {

    private static final long OLD_SIZE = 255;
    private static final long NEW_SIZE = 700;

    private final Map<String, byte[]> folder = new HashMap<>();

    @Test
    void anEntryIsSequencedIntegratedPublishedWitnessedAndProven() {
        // Given a log that has published 255 entries.
        RightEdge before = integrate(RightEdge.empty(), OLD_SIZE);
        publish(before);

        // When it sequences and integrates more, and a witness verifies that it only grew.
        RightEdge after = integrate(before, NEW_SIZE);
        SignedCheckpoint signed = SignedCheckpoint.sign(new Checkpoint(Samples.ORIGIN, after.size(), after.root()), List.of(Samples.log()));
        AddCheckpoint request = AddCheckpoint.parse(new AddCheckpoint(proofs().consistency(OLD_SIZE, NEW_SIZE), signed).bytes());
        request.growth().verify(before.root(), request.checkpoint().unverified().root());
        SignedCheckpoint witnessed = signed.with(List.of(Samples.witness(1).sign(signed.note().text())));
        folder.put(SignedCheckpoint.PATH, witnessed.bytes());

        // Then a receipt that is built from the folder proves every entry to whoever trusts log and witness.
        TrustPolicy policy = TrustPolicy.of(List.of(Samples.log().verifierKey()), 1, List.of(Samples.witness(1).verifierKey()));
        SignedCheckpoint served = SignedCheckpoint.parse(folder.get(SignedCheckpoint.PATH));
        for (long index = 0; index < NEW_SIZE; index += 99) {
            Receipt receipt = Receipt.parse(new Receipt(proofs().inclusion(index, NEW_SIZE), served).bytes());

            assertThat(receipt.verify(entry(index), policy).checkpoint().size()).isEqualTo(NEW_SIZE);
        }
    }

    @Test
    void anAuditorDerivesRootAndTilesAgainFromTheBundlesAlone() {
        publish(integrate(integrate(RightEdge.empty(), OLD_SIZE), NEW_SIZE));

        RightEdge.Appended derived = RightEdge.empty().append(LongStream.range(0, NEW_SIZE).mapToObj(this::leaf).toList());

        assertThat(derived.edge().root()).isEqualTo(SignedCheckpoint.parse(folder.get(SignedCheckpoint.PATH)).unverified().root());
        assertThat(derived.tiles()).allSatisfy(tile -> assertThat(Tile.parse(tile.id(), folder.get(tile.id().path()))).isEqualTo(tile));
    }

    @Test
    void anAuditorNoticesOneChangedByteInABundle() {
        RightEdge edge = integrate(RightEdge.empty(), NEW_SIZE);
        folder.get(BundleId.inTree(NEW_SIZE, 1).path())[2] ^= 1;

        RightEdge derived = RightEdge.empty().append(LongStream.range(0, NEW_SIZE).mapToObj(this::leaf).toList()).edge();

        assertThat(derived.root()).isNotEqualTo(edge.root());
    }

    @Test
    void aLogThatRewroteAnEntryCannotProveThatItOnlyGrew() {
        RightEdge honest = integrate(RightEdge.empty(), OLD_SIZE);
        folder.clear();
        Hash rewritten = new TreeHasher().leaf(new byte[] {1});
        Hash root = integrate(RightEdge.empty().append(List.of(rewritten)).edge(), NEW_SIZE).root();

        assertThatThrownBy(() -> proofs().consistency(OLD_SIZE, NEW_SIZE).verify(honest.root(), root))
                .isInstanceOf(UnverifiedException.class);
    }

    private RightEdge integrate(RightEdge edge, long size) {
        for (BundleId id : new TreeGrowth(edge.size(), size).bundles()) {
            List<byte[]> entries = LongStream.range(id.index() * 256, id.index() * 256 + id.width()).mapToObj(Samples::entry).toList();
            folder.put(id.path(), EntryBundle.of(id, entries).bytes());
        }
        RightEdge.Appended appended = edge.append(LongStream.range(edge.size(), size).mapToObj(Samples::leaf).toList());
        appended.tiles().forEach(tile -> folder.put(tile.id().path(), tile.bytes()));
        return appended.edge();
    }

    private void publish(RightEdge edge) {
        var checkpoint = new Checkpoint(Samples.ORIGIN, edge.size(), edge.root());
        folder.put(SignedCheckpoint.PATH, SignedCheckpoint.sign(checkpoint, List.of(Samples.log())).bytes());
    }

    private ProofBuilder proofs() {
        return new ProofBuilder(new TileHashReader(id -> Tile.parse(id, folder.get(id.path())), NEW_SIZE));
    }

    private EntryBundle bundle(long index) {
        BundleId id = BundleId.inTree(NEW_SIZE, index / 256);
        return EntryBundle.parse(id, folder.get(id.path()));
    }

    private Hash leaf(long index) {
        return bundle(index).leaf((int) (index % 256), new TreeHasher());
    }

    private byte[] entry(long index) {
        return bundle(index).entry((int) (index % 256));
    }
}
