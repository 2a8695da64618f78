package mx.constancia.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.merkle.ProofBuilder;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.note.Ed25519Key;
import mx.constancia.ledger.note.Ed25519NoteSigner;
import mx.constancia.ledger.note.SignatureType;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.policy.Party;
import mx.constancia.ledger.policy.Quorum;
import mx.constancia.ledger.policy.TrustPolicy;
import mx.constancia.ledger.tiles.RightEdge;
import mx.constancia.ledger.tiles.Tile;
import mx.constancia.ledger.tiles.TileHashReader;

class WitnessesTest {

    private static final Ed25519NoteSigner LOG = new Ed25519NoteSigner("constancia.test/ledger", Ed25519Key.generate());
    private static final List<Hash> LEAVES =
            IntStream.range(0, 200).mapToObj(i -> new TreeHasher().leaf(new byte[] {(byte) i})).toList();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TestWitness control = new TestWitness("organo-de-control");
    private final TestWitness university = new TestWitness("universidad");

    @AfterEach
    void close() {
        control.close();
        university.close();
    }

    @Test
    void aCheckpointCarriesTheCosignaturesOfItsWitnesses() {
        TrustPolicy policy = policy(2, control.party(), university.party());
        Witnesses witnesses = witnesses(policy);

        assertThat(policy.accept(cosign(witnesses, 10)).witnesses()).containsOnlyKeys("organo-de-control", "universidad");
        assertThat(policy.accept(cosign(witnesses, 200)).witnesses()).hasSize(2);
        assertThat(control.asked).isEqualTo(2);
        assertThat(state("universidad")).isEqualTo(1);
    }

    @Test
    void aWriterThatDoesNotKnowWhatAWitnessSawProvesTheGrowthFromThere() {
        TrustPolicy policy = policy(1, control.party());
        cosign(witnesses(policy), 77);

        assertThat(policy.accept(cosign(witnesses(policy), 200)).witnesses()).containsOnlyKeys("organo-de-control");
        assertThat(control.asked).isEqualTo(3);
    }

    @Test
    void aWitnessThatIsAwayStopsNothing() {
        university.close();
        TrustPolicy policy = policy(1, control.party(), university.party());
        Witnesses witnesses = witnesses(policy);

        assertThat(policy.accept(cosign(witnesses, 10)).witnesses()).containsOnlyKeys("organo-de-control");
        control.close();
        SignedCheckpoint alone = cosign(witnesses, 20);

        assertThat(alone.unverified().size()).isEqualTo(20);
        assertThat(alone.note().signatures()).hasSize(1);
        assertThat(state("organo-de-control")).isZero();
    }

    @Test
    void aCosignatureThatDoesNotVerifyIsLeftOut() {
        VerifierKey other = new VerifierKey("organo-de-control", SignatureType.COSIGNATURE_V1, Ed25519Key.generate().publicKey());

        assertThat(cosign(witnesses(policy(1, control.party(other))), 10).note().signatures()).hasSize(1);
        assertThat(state("organo-de-control")).isZero();
    }

    @Test
    void aWitnessThatCosignedMoreThanThereIsIsNotBelievedAndNotAskedForEver() {
        TrustPolicy policy = policy(1, control.party());
        cosign(witnesses(policy), 100);

        Witnesses restored = witnesses(policy);
        assertThat(cosign(restored, 50).note().signatures()).hasSize(1);
        assertThat(cosign(restored, 60).note().signatures()).hasSize(1);
        assertThat(control.asked).isEqualTo(2);
    }

    private double state(String witness) {
        return meters.get("constancia.ledger.witness").tag("witness", witness).gauge().value();
    }

    private Witnesses witnesses(TrustPolicy policy) {
        return new Witnesses(policy, HttpClient.newHttpClient(), Duration.ofSeconds(20), meters);
    }

    private static TrustPolicy policy(int needed, Party... witnesses) {
        List<Quorum> members = java.util.Arrays.stream(witnesses).<Quorum>map(witness -> new Quorum.Witness(witness.name())).toList();
        return new TrustPolicy(List.of(Party.of(LOG.verifierKey())), List.of(witnesses), new Quorum.Group("quorum", needed, members));
    }

    private static SignedCheckpoint cosign(Witnesses witnesses, int size) {
        RightEdge.Appended tree = RightEdge.empty().append(LEAVES.subList(0, size));
        SignedCheckpoint signed = SignedCheckpoint.sign(new Checkpoint("constancia.test/ledger", size, tree.edge().root()), List.of(LOG));
        Tile tile = tree.tiles().getFirst();
        return witnesses.cosign(signed, from -> new ProofBuilder(new TileHashReader(id -> tile, size)).consistency(from, size));
    }
}
