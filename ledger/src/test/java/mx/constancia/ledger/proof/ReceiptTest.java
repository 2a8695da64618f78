package mx.constancia.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mx.constancia.ledger.LedgerException;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.Samples;
import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.checkpoint.Checkpoint;
import mx.constancia.ledger.checkpoint.SignedCheckpoint;
import mx.constancia.ledger.merkle.MemoryTree;
import mx.constancia.ledger.merkle.ProofBuilder;
import mx.constancia.ledger.merkle.TreeHasher;
import mx.constancia.ledger.policy.TrustPolicy;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptTest {

    private static final int SIZE = 300;
    private static final ProofBuilder PROOFS = new ProofBuilder(MemoryTree.ofSize(SIZE));
    private static final SignedCheckpoint SIGNED = SignedCheckpoint
            .sign(new Checkpoint(Samples.ORIGIN, SIZE, PROOFS.root(SIZE)), List.of(Samples.log(), Samples.witness(1)));
    private static final TrustPolicy POLICY =
            TrustPolicy.of(List.of(Samples.log().verifierKey()), 1, List.of(Samples.witness(1).verifierKey()));

    @Test
    void aReceiptOfTheKnownTreeHasThisText() {
        var eight = SignedCheckpoint.sign(new Checkpoint(Samples.ORIGIN, 8, Samples.CT_ROOTS.get(8)), List.of(Samples.log()));
        var tree = new MemoryTree(Samples.CT_ENTRIES.stream().map(new TreeHasher()::leaf).toList());
        var receipt = new Receipt(new ProofBuilder(tree).inclusion(5, 8), "ZXh0cmE=", eight);

        assertThat(new String(receipt.bytes(), StandardCharsets.UTF_8)).isEqualTo("""
                c2sp.org/tlog-proof@v1
                extra ZXh0cmE=
                index 5
                vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=
                yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=
                037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=

                example.org/mecanismos
                8
                XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

                \u2014 example.org/mecanismos /ZnbuSP1lMI3MCwNkav5ftaZX61R/gR6+GwKbtdCfoU8HtKAugaZMnW3fkyJGrFsWAiQbN5T0lQ+GO8BZUubiZho6AI=
                """);
        assertThat(receipt.extraBytes()).asString(StandardCharsets.UTF_8).isEqualTo("extra");
        var logAlone = TrustPolicy.of(List.of(Samples.log().verifierKey()), 0, List.of());
        assertThat(receipt.verify(Samples.CT_ENTRIES.get(5), logAlone).checkpoint().size()).isEqualTo(8);
    }

    @Test
    void aReceiptOfEveryEntryVerifiesFromItsFileAlone() {
        for (int index = 0; index < SIZE; index += 7) {
            Receipt receipt = Receipt.parse(receipt(index).bytes());

            assertThat(receipt).isEqualTo(receipt(index));
            assertThat(receipt.verify(Samples.entry(index), POLICY).witnesses()).containsKey("witness.example/1");
        }
    }

    @Test
    void aReceiptOfAnotherEntryIsRejected() {
        assertThatThrownBy(() -> receipt(5).verify(Samples.entry(6), POLICY))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage("the inclusion proof of leaf 5 in the tree of size 300 leads to another root");
    }

    @Test
    void aReceiptWithoutItsWitnessIsRejected() {
        SignedCheckpoint alone = SignedCheckpoint.sign(SIGNED.unverified(), List.of(Samples.log()));

        assertThatThrownBy(() -> new Receipt(PROOFS.inclusion(5, SIZE), alone).verify(Samples.entry(5), POLICY))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("quorum");
    }

    @Test
    void aFlippedBitInAnyByteOfAReceiptIsNoticed() {
        byte[] bytes = receipt(299).bytes();
        var unnoticed = new ArrayList<Integer>();
        for (int bit = 0; bit < bytes.length * 8; bit += 7) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                Receipt.parse(flipped).verify(Samples.entry(299), POLICY);
                unnoticed.add(bit);
            } catch (LedgerException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }

        assertThat(unnoticed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "c2sp.org/tlog-proof@v1, c2sp.org/tlog-proof@v2, 1",
        "'index 5', 'index 05', 2",
        "'index 5', 'index -5', 2",
        "'index 5', 'Index 5', 2",
        "'index 5', 'index', 2",
        "'index 5', 'index 5 ', 2",
        "'index 5', 'extra ', 2",
        "'index 5', 'extra ?', 2",
        "'index 5', 'extra AA', 2",
    })
    void aFaultNamesTheLine(String right, String wrong, int line) {
        assertThatThrownBy(() -> parse(text(5).replaceFirst(right, wrong)))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("tlog-proof, line " + line + ":");
    }

    @Test
    void anIndexOutsideTheTreeIsRefused() {
        assertThatThrownBy(() -> parse(text(5).replace("index 5", "index 300")))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("a tree of size 300 has no leaf 300");
    }

    @Test
    void aProofOfAnotherTreeIsNotJoinedToACheckpoint() {
        assertThatThrownBy(() -> new Receipt(PROOFS.inclusion(5, 299), SIGNED)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new Receipt(PROOFS.inclusion(5, SIZE), "?", SIGNED)).isInstanceOf(MalformedException.class);
    }

    @Test
    void extraDataStandsOnALineOfItsOwn() {
        var receipt = new Receipt(PROOFS.inclusion(5, SIZE), "AAEC", SIGNED);

        assertThat(Receipt.parse(receipt.bytes())).isEqualTo(receipt);
        assertThatThrownBy(() -> parse(text(5).replace("index 5", "extra AAEC\nextra AAEC\nindex 5")))
                .hasMessageStartingWith("tlog-proof, line 3:");
    }

    @Test
    void sixtyFourHashesAreTooMany() {
        String hash = Samples.leaf(0).base64() + "\n";

        assertThatThrownBy(() -> parse(text(5).replace("index 5\n", "index 5\n" + hash.repeat(64))))
                .hasMessage("tlog-proof, line 66: a proof has at most 63 hashes");
    }

    @Property(tries = 2000)
    void noTextCrashesTheParser(@ForAll String inserted, @ForAll @IntRange(max = 700) int place, @ForAll byte[] bytes) {
        String text = text(5);
        int cut = Math.min(place, text.length());
        byte[] changed = (text.substring(0, cut) + inserted + text.substring(cut)).getBytes(StandardCharsets.UTF_8);
        for (byte[] file : new byte[][] {bytes, changed}) {
            try {
                assertThat(Receipt.parse(file).bytes()).isEqualTo(file);
            } catch (MalformedException e) {
                assertThat(e.format()).isNotEmpty();
            }
        }
    }

    private static Receipt receipt(int index) {
        return new Receipt(PROOFS.inclusion(index, SIZE), SIGNED);
    }

    private static Receipt parse(String text) {
        return Receipt.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(int index) {
        return new String(receipt(index).bytes(), StandardCharsets.UTF_8);
    }
}
