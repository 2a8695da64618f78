package mx.constancia.auditor.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import mx.constancia.auditor.sample.Keys;
import mx.constancia.auditor.sample.Tree;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.cosignature.CosignatureVerifier;
import mx.constancia.ledger.merkle.ConsistencyProof;
import mx.constancia.ledger.note.Ed25519NoteSigner;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.note.Verifiers;
import mx.constancia.ledger.witness.AddCheckpoint;
import mx.constancia.ledger.witness.MonitoringPath;
import mx.constancia.ledger.witness.SizeConflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {

    private final Tree tree = new Tree("a");
    private final Tree rewritten = new Tree("b");

    @TempDir
    private Path folder;
    private Witness witness;

    @BeforeEach
    void start() {
        witness = started();
    }

    @Test
    void itCosignsALogThatItSeesForTheFirstTime() throws IOException {
        Answer answer = witness.add(tree.growth(0, 5).bytes());

        assertThat(answer).isInstanceOfSatisfying(Answer.Accepted.class, accepted -> {
            SignedCheckpoint cosigned = tree.checkpoint(5).with(accepted.cosigned().cosignatures());
            new Verifiers(List.of(new CosignatureVerifier(witness.key()))).verify(cosigned.note());
        });
    }

    @Test
    void itCosignsGrowthThatIsProven() throws IOException {
        witness.add(tree.growth(0, 5).bytes());

        assertThat(witness.add(tree.growth(5, 300).bytes()).status()).isEqualTo(200);
    }

    @Test
    void itCosignsTheSameCheckpointAgain() throws IOException {
        witness.add(tree.growth(0, 5).bytes());

        assertThat(witness.add(tree.growth(5, 5).bytes()).status()).isEqualTo(200);
    }

    @Test
    void aProofFromAnotherSizeIsAnsweredWithTheSizeThatItHas() throws IOException {
        witness.add(tree.growth(0, 5).bytes());

        Answer answer = witness.add(tree.growth(3, 8).bytes());

        assertThat(answer).isEqualTo(new Answer.Stale(new SizeConflict(5)));
        assertThat(answer.body()).asString(StandardCharsets.US_ASCII).isEqualTo("5\n");
    }

    @Test
    void aRewrittenLogIsRefusedAndNotRemembered() throws IOException {
        witness.add(tree.growth(0, 5).bytes());

        assertThat(witness.add(rewritten.growth(5, 8).bytes()).status()).isEqualTo(422);
        assertThat(witness.add(tree.growth(5, 8).bytes()).status()).isEqualTo(200);
    }

    @Test
    void anotherRootOfTheSameSizeIsRefused() throws IOException {
        witness.add(tree.growth(0, 5).bytes());

        assertThat(witness.add(rewritten.growth(5, 5).bytes()).status()).isEqualTo(422);
    }

    @Test
    void aShorterTreeIsRefusedAlsoWhenTheLogSignedIt() throws IOException {
        witness.add(tree.growth(0, 8).bytes());
        String shorter = new String(tree.growth(0, 5).bytes(), StandardCharsets.UTF_8).replaceFirst("old 0", "old 8");

        assertThat(witness.add(shorter.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
        assertThat(witness.add(tree.growth(0, 5).bytes())).isEqualTo(new Answer.Stale(new SizeConflict(8)));
    }

    @Test
    void aCheckpointOfAnUntrustedKeyIsRefused() throws IOException {
        var forged = new AddCheckpoint(new ConsistencyProof(0, 5, List.of()), tree.checkpoint(5, Keys.impostor()));

        assertThat(witness.add(forged.bytes()).status()).isEqualTo(403);
    }

    @Test
    void aLogThatItDoesNotWatchIsUnknown() throws IOException {
        VerifierKey otherLog = new Ed25519NoteSigner("other.example", Keys.key(7)).verifierKey();
        var other = new Witness(List.of(otherLog), Keys.witness(1), new WitnessMemory(folder));

        assertThat(other.add(tree.growth(0, 5).bytes()).status()).isEqualTo(404);
    }

    @Test
    void bytesThatAreNoRequestAreMalformed() throws IOException {
        assertThat(witness.add("old 1\n".getBytes(StandardCharsets.US_ASCII)).status()).isEqualTo(400);
    }

    @Test
    void itShowsWhatItCosignedLast() throws IOException {
        witness.add(tree.growth(0, 5).bytes());
        witness.add(tree.growth(5, 6).bytes());

        SignedCheckpoint shown = SignedCheckpoint.parse(witness.cosigned(MonitoringPath.of(Keys.ORIGIN)).orElseThrow());

        assertThat(shown.unverified().size()).isEqualTo(6);
        assertThat(new Verifiers(List.of(new CosignatureVerifier(witness.key()))).verify(shown.note())).hasSize(1);
        assertThat(witness.cosigned("../key.pem")).isEmpty();
    }

    @Test
    void itRemembersThroughARestart() throws IOException {
        witness.add(tree.growth(0, 5).bytes());

        assertThat(started().add(tree.growth(0, 6).bytes())).isEqualTo(new Answer.Stale(new SizeConflict(5)));
    }

    @Test
    void aCrashBetweenRememberingAndAnsweringLeavesALogThatAsksAgainWithItsCosignature() throws IOException {
        // Given a witness that remembered, and crashed before its answer was sent.
        witness.add(tree.growth(0, 5).bytes());
        Witness restarted = started();

        // When the log, which knows of no cosignature, asks as before, and then as it is told.
        Answer first = restarted.add(tree.growth(0, 5).bytes());
        Answer second = restarted.add(tree.growth(5, 5).bytes());

        assertThat(first).isEqualTo(new Answer.Stale(new SizeConflict(5)));
        assertThat(second.status()).isEqualTo(200);
    }

    @Test
    void aCrashInTheMiddleOfWritingLeavesWhatItRememberedBefore() throws IOException {
        witness.add(tree.growth(0, 5).bytes());
        Path file = folder.resolve("logs").resolve(MonitoringPath.of(Keys.ORIGIN));
        Files.write(file.resolveSibling(file.getFileName() + ".part"), new byte[] {1});

        assertThat(started().add(tree.growth(5, 8).bytes()).status()).isEqualTo(200);
    }

    @Test
    void aWitnessThatCannotReadItsMemoryCosignsNothing() throws IOException {
        witness.add(tree.growth(0, 5).bytes());
        Files.writeString(folder.resolve("logs").resolve(MonitoringPath.of(Keys.ORIGIN)), "damaged");

        assertThatThrownBy(() -> witness.add(tree.growth(0, 5).bytes())).isInstanceOf(IOException.class).hasMessageContaining("is damaged");
    }

    private Witness started() {
        return new Witness(List.of(Keys.log().verifierKey()), Keys.witness(1), new WitnessMemory(folder));
    }
}
