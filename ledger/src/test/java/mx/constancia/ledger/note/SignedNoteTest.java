package mx.constancia.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import mx.constancia.ledger.MalformedException;
import mx.constancia.ledger.Samples;
import mx.constancia.ledger.UnverifiedException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    private static final String TEXT = "This is an example message.\n";
    private static final String SPEC_VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String SPEC_NOTE = TEXT + "\n\u2014 example.com/foo "
            + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    private static final String LINE = "\u2014 a AAAAAAE=\n";

    @Test
    void theExampleOfTheSpecificationVerifies() {
        SignedNote note = parse(SPEC_NOTE);

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(known(SPEC_VKEY).verify(note)).isEqualTo(note.signatures());
        assertThat(note.format()).isEqualTo(SPEC_NOTE);
    }

    @Test
    void aNoteOfSeveralKeysKeepsAllItsSignatures() {
        var first = new Ed25519NoteSigner("first.example", Samples.key(1));
        var second = new Ed25519NoteSigner("second.example", Samples.key(2));

        SignedNote note = parse(SignedNote.sign(TEXT, List.of(first, second)).format());

        assertThat(known(first.verifierKey().format(), second.verifierKey().format()).verify(note))
                .extracting(line -> line.key().name())
                .containsExactly("first.example", "second.example");
        assertThat(SignedNote.sign(TEXT, List.of(first)).with(List.of(second.sign(TEXT)))).isEqualTo(note);
    }

    @Test
    void aSignatureOfAnUnknownKeyOrAlgorithmIsIgnored() {
        SignedNote note = parse(SPEC_NOTE + LINE + LINE);

        assertThat(known(SPEC_VKEY).verify(note)).hasSize(1);
    }

    @Test
    void aKeyThatSharesOnlyNameOrOnlyIdIsUnknown() {
        KeyId id = VerifierKey.parse(SPEC_VKEY).id();
        SignedNote note = parse(SPEC_NOTE).with(List.of(
                SignatureLine.of(new KeyId(id.name(), id.hash() + 1), new byte[64]),
                SignatureLine.of(new KeyId("other.example", id.hash()), new byte[64])));

        assertThat(known(SPEC_VKEY).verify(note)).hasSize(1);
    }

    @Test
    void aWrongSignatureOfAKnownKeyRejectsTheNoteThoughAnotherIsRight() {
        KeyId id = VerifierKey.parse(SPEC_VKEY).id();
        SignedNote note = parse(SPEC_NOTE).with(List.of(SignatureLine.of(id, new byte[64])));

        assertThatThrownBy(() -> known(SPEC_VKEY).verify(note))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage("the signature of the known key example.com/foo+530d903a is wrong");
    }

    @Test
    void aNoteThatNoKnownKeySignedIsRejected() {
        String other = Samples.log().verifierKey().format();

        assertThatThrownBy(() -> known(other).verify(parse(SPEC_NOTE)))
                .isInstanceOf(UnverifiedException.class)
                .hasMessage("no known key signed the note");
    }

    @Test
    void aChangedTextIsRejected() {
        SignedNote note = parse(SPEC_NOTE.replace("example message", "example massage"));

        assertThatThrownBy(() -> known(SPEC_VKEY).verify(note)).isInstanceOf(UnverifiedException.class);
    }

    @Test
    void twoKnownKeysWithTheSameIdAreRefused() {
        assertThatThrownBy(() -> known(SPEC_VKEY, SPEC_VKEY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLastEmptyLineSeparatesTextAndSignatures() {
        String poem = "uno\n\n\ndos\n\n\u2014 guion +\n\n\n";

        assertThat(parse(poem + "\n" + LINE).text()).isEqualTo(poem);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "\n", "\n\n", "text\n", "text\n\n", "text\n" + LINE, "text\n\n\u2014 a AAAAAAE=", "text\n\n" + LINE + "\n",
        "text\r\n\n" + LINE, "te\txt\n\n" + LINE, "te\u0000xt\n\n" + LINE, "text\n\n" + LINE + "more\n", "text\n\n- a AAAAAAE=\n",
        "text\n\n\u2014a AAAAAAE=\n", "text\n\n\u2014 AAAAAAE=\n", "text\n\n\u2014  AAAAAAE=\n", "text\n\n\u2014 a  AAAAAAE=\n",
        "text\n\n\u2014 a AAAAAAE= \n", "text\n\n\u2014 a AAAAAAE=\r\n", "text\n\n\u2014 a+b AAAAAAE=\n", "text\n\n\u2014 a AAAAAA==\n",
        "text\n\n\u2014 a AAAA\n", "text\n\n\u2014 a \n", "text\n\n\u2014 a AAAAAAE\n", "text\n\n\u2014 a AAAAAAF=\n",
        "text\n\n\u2014 a AAAAA-E=\n",
        "text\n\n\u2014 a AAAAAAE=AAAA\n", "text\n\n \u2014 a AAAAAAE=\n",
    })
    void anythingButANoteIsRefused(String note) {
        assertThatThrownBy(() -> parse(note)).isInstanceOf(MalformedException.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedAtTheirPlace() {
        byte[] bytes = SPEC_NOTE.getBytes(StandardCharsets.UTF_8);
        bytes[5] = (byte) 0xFF;

        assertThatThrownBy(() -> SignedNote.parse(bytes)).hasMessage("signed note, byte 5: not UTF-8");
    }

    @Test
    void aFaultNamesTheSignatureLine() {
        assertThatThrownBy(() -> parse(SPEC_NOTE + "\u2014 a !\n")).hasMessage("signed note (signatures), line 2: is not base64");
    }

    @Test
    void sixteenSignaturesAreReadAndAHundredAndOneAreNot() {
        assertThat(parse("text\n\n" + LINE.repeat(16)).signatures()).hasSize(16);
        assertThat(parse("text\n\n" + LINE.repeat(100)).signatures()).hasSize(100);
        assertThatThrownBy(() -> parse("text\n\n" + LINE.repeat(101))).isInstanceOf(MalformedException.class);
    }

    @Test
    void aNoteOfMoreThanAMillionCharactersIsRefused() {
        assertThatThrownBy(() -> parse("t".repeat(SignedNote.MAX_BYTES) + "\n\n" + LINE))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("longer than 1000000 characters");
    }

    @Test
    void aTextThatCannotBeWrittenIsNotSigned() {
        for (String text : new String[] {"", "no newline", "tab\there\n", "\ud800\n"}) {
            assertThatThrownBy(() -> SignedNote.sign(text, List.of(Samples.log()))).isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> SignedNote.sign(TEXT, List.of())).isInstanceOf(MalformedException.class);
    }

    @Property(tries = 2000)
    void aNoteThatCanBeReadIsWrittenTheSameWay(@ForAll String text, @ForAll String tail, @ForAll @IntRange(max = 3) int lines) {
        for (String note : new String[] {text, text + "\n\n" + String.join("", Collections.nCopies(lines, LINE)), SPEC_NOTE + tail}) {
            try {
                assertThat(parse(note).format()).isEqualTo(note);
            } catch (MalformedException e) {
                assertThat(e.where()).isNotEmpty();
            }
        }
    }

    @Property(tries = 3000)
    void noBytesCrashTheParser(@ForAll byte[] bytes) {
        try {
            assertThat(SignedNote.parse(bytes).bytes()).isEqualTo(bytes);
        } catch (MalformedException e) {
            assertThat(e.format()).isNotEmpty();
        }
    }

    @Test
    void noFlippedBitOfANoteWithOneKnownKeyGoesUnnoticed() {
        byte[] bytes = SPEC_NOTE.getBytes(StandardCharsets.UTF_8);
        Verifiers verifiers = known(SPEC_VKEY);
        var unnoticed = new ArrayList<Integer>();
        IntStream.range(0, bytes.length * 8).forEach(bit -> {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                verifiers.verify(SignedNote.parse(flipped));
                unnoticed.add(bit);
            } catch (MalformedException | UnverifiedException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        });

        assertThat(unnoticed).isEmpty();
    }

    private static SignedNote parse(String note) {
        return SignedNote.parse(note);
    }

    private static Verifiers known(String... vkeys) {
        return new Verifiers(List.of(vkeys).stream().map(VerifierKey::parse).map(Ed25519NoteVerifier::new).toList());
    }
}
