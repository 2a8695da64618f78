package mx.constancia.ledger.cosignature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import mx.constancia.ledger.Samples;
import mx.constancia.ledger.UnverifiedException;
import mx.constancia.ledger.note.SignatureLine;
import mx.constancia.ledger.note.SignedNote;
import mx.constancia.ledger.note.VerifierKey;
import mx.constancia.ledger.note.Verifiers;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CosignatureTest {

    private static final String TEXT = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    private final CosignatureSigner witness = new CosignatureSigner("witness.example", Samples.key(1), InstantSource.fixed(Samples.NOON));
    private final CosignatureVerifier verifier = new CosignatureVerifier(witness.verifierKey());

    @Test
    void theTestKeyAsCosignerHasItsOwnId() {
        var cosigner = new CosignatureSigner(Samples.ORIGIN, Samples.key(0), InstantSource.fixed(Samples.NOON));

        assertThat(cosigner.verifierKey().id().hex()).isEqualTo("6c0b2d12");
        assertThat(VerifierKey.parse(cosigner.verifierKey().format())).isEqualTo(cosigner.verifierKey());
    }

    @Test
    void aCosignatureVerifiesAndTellsItsTime() {
        SignatureLine line = witness.sign(TEXT);

        assertThat(verifier.verify(TEXT, line.signature())).isTrue();
        assertThat(CosignatureVerifier.time(line)).isEqualTo(Samples.NOON);
        assertThat(line.signature()).hasSize(72);
    }

    @Test
    void theMessageIsThatOfTheSpecification() {
        assertThat(Cosignature.message(1679315147, TEXT)).asString().isEqualTo("cosignature/v1\ntime 1679315147\n" + TEXT);
    }

    @Test
    void theExampleOfTheSpecificationCarriesTheTimeThatItsTextNames() {
        SignedNote note = SignedNote.parse(TEXT + "\n\u2014 witness.example.com/w1 "
                + "jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n");

        assertThat(CosignatureVerifier.time(note.signatures().getFirst())).isEqualTo(Instant.ofEpochSecond(1679315147));
    }

    @Test
    void anotherTimeOrTextIsNotCosigned() {
        byte[] cosignature = witness.sign(TEXT).signature();
        byte[] later = cosignature.clone();
        later[7]++;

        assertThat(verifier.verify(TEXT, later)).isFalse();
        assertThat(verifier.verify(TEXT.replace("163", "164"), cosignature)).isFalse();
    }

    @Test
    void aPlainSignatureOfTheSameKeyIsNoCosignature() {
        byte[] plain = Samples.key(1).sign(TEXT.getBytes(StandardCharsets.UTF_8));
        byte[] timed = ByteBuffer.allocate(72).putLong(Samples.NOON.getEpochSecond()).put(plain).array();

        assertThat(verifier.verify(TEXT, plain)).isFalse();
        assertThat(verifier.verify(TEXT, timed)).isFalse();
    }

    @Test
    void aTimeBeyondAnyCalendarIsRejectedEvenIfItIsSigned() {
        for (long seconds : new long[] {Long.MAX_VALUE, -1, Instant.MAX.getEpochSecond() + 1}) {
            byte[] signature = Samples.key(1).sign(Cosignature.message(seconds, TEXT));

            assertThat(verifier.verify(TEXT, Cosignature.format(seconds, signature))).isFalse();
        }
    }

    @Test
    void aForgedCosignatureRejectsTheNote() {
        SignedNote note = SignedNote.sign(TEXT, List.of(Samples.log())).with(List.of(
                SignatureLine.of(witness.verifierKey().id(), new byte[72])));

        assertThatThrownBy(() -> new Verifiers(List.of(verifier)).verify(note)).isInstanceOf(UnverifiedException.class);
    }

    @Test
    void aLogKeyIsNotACosignersKey() {
        VerifierKey logKey = Samples.log().verifierKey();

        assertThatThrownBy(() -> new CosignatureVerifier(logKey)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 1000)
    void noBytesCrashAVerification(@ForAll byte[] signature) {
        assertThat(verifier.verify(TEXT, signature)).isFalse();
    }
}
