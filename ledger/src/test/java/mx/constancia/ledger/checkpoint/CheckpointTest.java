package mx.constancia.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.Samples;
import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.merkle.Hash;
import mx.constancia.ledger.note.Ed25519NoteSigner;
import mx.constancia.ledger.note.Ed25519NoteVerifier;
import mx.constancia.ledger.note.Verifiers;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ROOT = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=";
    private static final String TEXT = "example.org/mecanismos\n8\n" + ROOT + "\n";
    private static final String GOLDEN = TEXT + "\n\u2014 example.org/mecanismos "
            + "/ZnbuSP1lMI3MCwNkav5ftaZX61R/gR6+GwKbtdCfoU8HtKAugaZMnW3fkyJGrFsWAiQbN5T0lQ+GO8BZUubiZho6AI=\n";

    private final Checkpoint eight = new Checkpoint(Samples.ORIGIN, 8, Samples.CT_ROOTS.get(8));
    private final Verifiers logKeys = new Verifiers(List.of(new Ed25519NoteVerifier(Samples.log().verifierKey())));

    @Test
    void theCheckpointOfEightLeavesSignedWithTheTestSeedHasTheseBytes() {
        assertThat(SignedCheckpoint.sign(eight, List.of(Samples.log())).bytes()).asString(StandardCharsets.UTF_8).isEqualTo(GOLDEN);
    }

    @Test
    void aCheckpointOfTheLogThatIsExpectedVerifies() {
        assertThat(parse(GOLDEN).verify(Samples.ORIGIN, logKeys)).isEqualTo(eight);
    }

    @Test
    void aCheckpointOfAnotherLogIsRejected() {
        assertThatThrownBy(() -> parse(GOLDEN).verify("example.org/otro", logKeys))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage("the checkpoint is of the log example.org/mecanismos, not of example.org/otro");
    }

    @Test
    void aCheckpointThatTheLogDidNotSignIsRejected() {
        var stranger = new Ed25519NoteSigner(Samples.ORIGIN, Samples.key(7));

        assertThatThrownBy(() -> SignedCheckpoint.sign(eight, List.of(stranger)).verify(Samples.ORIGIN, logKeys))
                .isInstanceOf(UnverifiedException.class);
        assertThatThrownBy(() -> parse(GOLDEN.replace("\n8\n", "\n9\n")).verify(Samples.ORIGIN, logKeys))
                .isInstanceOf(UnverifiedException.class);
    }

    @Test
    void whileAKeyIsReplacedEitherKeyIsEnough() {
        var successor = new Ed25519NoteSigner(Samples.ORIGIN, Samples.key(7));
        var both = SignedCheckpoint.sign(eight, List.of(Samples.log(), successor));

        assertThat(both.verify(Samples.ORIGIN, logKeys)).isEqualTo(eight);
        assertThat(both.verify(Samples.ORIGIN, new Verifiers(List.of(new Ed25519NoteVerifier(successor.verifierKey()))))).isEqualTo(eight);
    }

    @Test
    void extensionsAreKept() {
        String text = TEXT + "one\ntwo three\n";

        assertThat(Checkpoint.parse(text).extensions()).containsExactly("one", "two three");
        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
    }

    @Test
    void theLargestSizeIsRead() {
        assertThat(Checkpoint.parse("o\n9223372036854775807\n" + ROOT + "\n").size()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "\n", "o", "o\n", "o\n8\n", "o\n8\n" + ROOT, "\n8\n" + ROOT + "\n", "o\n\n" + ROOT + "\n", "o\n8\n\n",
        "o\n08\n" + ROOT + "\n", "o\n00\n" + ROOT + "\n", "o\n+8\n" + ROOT + "\n", "o\n-8\n" + ROOT + "\n", "o\n8 \n" + ROOT + "\n",
        "o\n0x8\n" + ROOT + "\n", "o\n\u0668\n" + ROOT + "\n", "o\n8.0\n" + ROOT + "\n",
        "o\n9223372036854775808\n" + ROOT + "\n", "o\n99999999999999999999\n" + ROOT + "\n",
        "o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg\n", "o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyh=\n",
        "o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQw==\n",
        "o\n8\n " + ROOT + "\n", "o\n8\n" + ROOT + "\n\n", "o\n8\n" + ROOT + "\nx\n\n",
        "o\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz-Nw7_RgQyg=\n", "o\n8\n" + ROOT + "\nunfinished",
    })
    void anythingButACheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedException.class).hasMessageStartingWith("checkpoint, ");
    }

    @Test
    void aFaultNamesTheLine() {
        assertThatThrownBy(() -> Checkpoint.parse("o\n08\n" + ROOT + "\n"))
                .hasMessage("checkpoint, line 2: is not a decimal number without leading zero");
        assertThatThrownBy(() -> Checkpoint.parse("o\n9223372036854775808\n" + ROOT + "\n"))
                .hasMessage("checkpoint, line 2: is larger than 2^63 - 1");
        assertThatThrownBy(() -> Checkpoint.parse("o\n8\nAAAA\n")).hasMessage("checkpoint, line 3: is not a hash of 32 bytes");
        assertThatThrownBy(() -> Checkpoint.parse("o\n8\n")).hasMessage("checkpoint, line 3: is missing");
    }

    @Test
    void aSignedNoteThatIsNoCheckpointIsRefused() {
        assertThatThrownBy(() -> parse(GOLDEN.replace("\n8\n", "\n08\n"))).isInstanceOf(MalformedException.class);
    }

    @Test
    void aCheckpointThatCannotBeReadIsNotMade() {
        Hash root = Samples.CT_ROOTS.get(8);

        assertThatThrownBy(() -> new Checkpoint("", 8, root)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new Checkpoint("a\nb", 8, root)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new Checkpoint("o", -1, root)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new Checkpoint("o", 8, root, List.of(""))).isInstanceOf(MalformedException.class);
    }

    @Property
    void aCheckpointThatWasWrittenIsReadAgain(@ForAll @LongRange(max = Long.MAX_VALUE) long size, @ForAll @Size(32) byte[] root) {
        var checkpoint = new Checkpoint(Samples.ORIGIN, size, Hash.of(root), List.of("extension"));

        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @Property(tries = 3000)
    void noTextCrashesTheParser(@ForAll String text) {
        for (String checkpoint : new String[] {text, "o\n" + text, "o\n8\n" + text, TEXT + text, text + TEXT}) {
            try {
                assertThat(Checkpoint.parse(checkpoint).text()).isEqualTo(checkpoint);
            } catch (MalformedException e) {
                assertThat(e.format()).isEqualTo("checkpoint");
            }
        }
    }

    private static SignedCheckpoint parse(String note) {
        return SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8));
    }
}
