package mx.constancia.auditor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import mx.constancia.auditor.sample.Keys;
import mx.constancia.auditor.sample.SampleLog;
import mx.constancia.auditor.source.FolderEvents;
import mx.constancia.events.EventJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

/** The verification of a folder, as whoever types the command sees it. */
class CommandLineTest {

    @TempDir
    private Path temporary;

    @Test
    void anHonestLogIsVerified() {
        SampleLog.of(700).exportTo(folder(), 255, 700);

        Ran ran = verify("--key", Keys.log().verifierKey().format());

        assertThat(ran.code).isZero();
        assertThat(ran.out).contains("example.org/mecanismos", "700 entries in 3 bundles", "given by you", "VERIFIED",
                "No published event was changed");
        assertThat(ran.err).isEmpty();
    }

    @Test
    void theAnswerIsSpanishForWhoWantsIt() {
        SampleLog.of(3).exportTo(folder(), 3);

        assertThat(verify("--lang", "es").out).contains("VERIFICADO", "3 asientos en 1 paquete,", "Ningún hecho publicado fue cambiado");
    }

    @Test
    void aKeyThatIsSeenForTheFirstTimeIsSaidLoudlyAndRemembered() {
        SampleLog.of(3).exportTo(folder(), 3);

        Ran first = verify();
        Ran second = verify();

        assertThat(first.code).isZero();
        assertThat(first.err).contains("WARNING", Keys.log().verifierKey().format());
        assertThat(second.out).contains("has been remembered");
        assertThat(second.err).isEmpty();
    }

    @Test
    void anEventThatWasChangedIsNamedWithItsPositionAndWhatDiffers() throws IOException {
        SampleLog.of(700).exportTo(folder(), 700);
        Path file = FolderEvents.file(folder(), 0);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(513, lines.get(513).replace("Sala de juntas", "Salón de plenos").replace("I-171", "I-172"));
        Files.write(file, lines);

        Ran ran = verify();

        assertThat(ran.code).isEqualTo(1);
        assertThat(ran.out).contains("EVENT_CHANGED · position 513", "different: publicDigest", "FAILED");
    }

    @Test
    void machinesGetOneObject() throws IOException {
        SampleLog.of(300).exportTo(folder(), 300);
        Files.delete(folder().resolve("tile/entries/001.p/44"));

        Ran ran = verify("--json");

        JsonNode answer = EventJson.MAPPER.readTree(ran.out);
        assertThat(ran.code).isEqualTo(3);
        assertThat(answer.at("/verdict").stringValue()).isEqualTo("INCOMPLETE");
        assertThat(answer.at("/copies/0/faults/0/kind").stringValue()).isEqualTo("FILE_MISSING");
        assertThat(answer.at("/copies/0/faults/0/from").longValue()).isEqualTo(256);
        assertThat(answer.at("/copies/0/faults/0/to").longValue()).isEqualTo(299);
    }

    @Test
    void aSignatureOfAnotherKeyIsNotAccepted() throws IOException {
        SampleLog.of(3).exportTo(folder(), 3);
        Files.write(folder().resolve("checkpoint"), SampleLog.of(3).files(Keys.impostor(), 3).get("checkpoint"));

        Ran ran = verify("--key", Keys.log().verifierKey().format());

        assertThat(ran.code).isEqualTo(1);
        assertThat(ran.out).contains("CHECKPOINT_UNSIGNED", "no known key signed");
    }

    @Test
    void aHistoryThatWasRewrittenAndSignedAgainIsEvidence() throws IOException {
        SampleLog.of(300).exportTo(folder(), 300);
        verify();

        SampleLog.anotherOf(400).exportTo(folder(), 400);
        Ran ran = verify();

        assertThat(ran.code).isEqualTo(1);
        assertThat(ran.out).contains("FORKED · positions 0 to 255", "another beginning than the one that was verified here at size 300");
        assertThat(ran.err).contains("it is evidence");
        assertThat(Files.list(temporary.resolve("state/evidence"))).hasSize(1);
    }

    @Test
    void aPolicyAsksForWitnesses() throws IOException {
        SampleLog.of(3).exportTo(folder(), 3);
        Path policy = temporary.resolve("policy");
        Files.write(policy, mx.constancia.ledger.policy.TrustPolicy.of(List.of(Keys.log().verifierKey()), 1,
                List.of(Keys.witness(1).verifierKey())).bytes());

        assertThat(verify("--policy", policy.toString()).out).contains("the quorum quorum is not met");
    }

    @Test
    void aWrongCommandLineIsTwo() {
        assertThat(run("verify", "--no-such-option").code).isEqualTo(2);
        assertThat(run().code).isEqualTo(2);
        assertThat(verify("--key", "no key").code).isEqualTo(2);
    }

    @Test
    void aServiceThatIsAwayIsThree() {
        Ran ran = run("verify", "--url", "http://localhost:1", "--state", temporary.resolve("state").toString());

        assertThat(ran.code).isEqualTo(3);
        assertThat(ran.out).contains("SOURCE_FAILED");
    }

    private Path folder() {
        return temporary.resolve("log");
    }

    private Ran verify(String... more) {
        List<String> arguments = new ArrayList<>(List.of("verify", "--dir", folder().toString(), "--state", temporary.resolve("state").toString()));
        if (!Arrays.asList(more).contains("--lang")) {
            arguments.addAll(List.of("--lang", "en"));
        }
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = ConstanciaAudit.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    record Ran(int code, String out, String err) {
    }
}
