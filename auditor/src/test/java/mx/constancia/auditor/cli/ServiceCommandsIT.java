package mx.constancia.auditor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import mx.constancia.auditor.cli.CommandLineTest.Ran;
import mx.constancia.auditor.sample.Keys;
import mx.constancia.auditor.sample.SampleLog;
import mx.constancia.auditor.sample.SampleService;
import mx.constancia.events.EventJson;
import mx.constancia.events.StoredEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

/** The commands against a service, over real HTTP. */
class ServiceCommandsIT {

    private static final String STREAM = "mechanism-consejo-0";

    @TempDir
    private Path temporary;
    private SampleService service;

    @BeforeEach
    void start() throws IOException {
        service = new SampleService(SampleLog.of(600));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aServiceIsVerifiedAlsoWhenConnectionsBreak() {
        service.breakOff(3);

        Ran ran = run("verify");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("600 entries in 3 bundles", "VERIFIED", "restricted parts");
    }

    @Test
    void aServiceThatShowsAnEventOtherwiseIsFound() {
        service.lie(event -> event.position() == 300 ? changed(event) : event);

        Ran ran = run("verify");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("EVENT_CHANGED · position 300 · " + service.url() + "/events", "envelopeDigest");
    }

    @Test
    void aServiceThatLeavesALogShorterIsFound() {
        run("verify");
        service.publish(SampleLog.of(500));

        Ran ran = run("verify");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("SHRUNK · positions 500 to 599");
        assertThat(ran.err()).contains("it is evidence");
    }

    @Test
    void aReplayIsComparedWithTheService() {
        Ran ran = run("replay", STREAM, "--at-version", "3");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("mechanism.mechanism-proposed.v1", "oficial-1 RESPONSIBLE_UNIT", "SEGOB-2017 G-12", "The service says the same");
        assertThat(ran.out().lines().filter(line -> line.contains("mechanism."))).hasSize(3);
    }

    @Test
    void aServiceWhoseViewIsAlteredIsNamedWithTheField() {
        service.lieAboutState(json -> json.replace("\"PROPOSED\"", "\"OPERATING\"").replace("\"FORMING\"", "\"OPERATING\""));

        Ran ran = run("replay", STREAM);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("STATE_DIFFERS", "The field /lifecycle is OPERATING in the service, and FORMING by the events");
    }

    @Test
    void nothingIsReplayedFromALogThatIsNotVerified() {
        service.lie(event -> event.position() == 300 ? changed(event) : event);

        Ran ran = run("replay", STREAM);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("EVENT_CHANGED").doesNotContain("mechanism.mechanism-proposed.v1");
    }

    @Test
    void aDifferenceNamesItsEventItsActorAndItsLegalBasis() {
        Ran ran = run("diff", STREAM, "--from", "version:3", "--to", "version:4");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("/lifecycle", "PROPOSED", "FORMING", "4 mechanism.direct-invitation-issued.v1", "oficial-1", "SEGOB-2017 G-12");
    }

    @Test
    void aMomentThatIsNoneIsAWrongCommandLine() {
        assertThat(run("diff", STREAM, "--from", "yesterday").code()).isEqualTo(2);
        assertThat(run("replay", STREAM, "--at-version", "1", "--at-position", "1").code()).isEqualTo(2);
    }

    @Test
    void aReceiptIsFetchedAndHoldsWithoutTheService() throws IOException {
        run("verify");

        Ran fetched = run("receipt", "fetch", "2026-event-300", "--out", temporary.toString());
        service.close();
        Ran verified = offline("receipt", "verify", temporary.resolve("2026-event-300.tlog-proof").toString(),
                "--event", temporary.resolve("2026-event-300.json").toString());

        assertThat(fetched.code()).as(fetched.err()).isZero();
        assertThat(verified.code()).isZero();
        assertThat(verified.out()).contains("The event at position 300 is in the log example.org/mecanismos", "The event that you gave is this entry");
    }

    @Test
    void aReceiptOfAnotherEventDoesNotHold() throws IOException {
        run("verify");
        run("receipt", "fetch", "2026-event-300", "--out", temporary.toString());
        run("receipt", "fetch", "2026-event-301", "--out", temporary.toString());

        Ran ran = offline("receipt", "verify", temporary.resolve("2026-event-300.tlog-proof").toString(),
                "--event", temporary.resolve("2026-event-301.json").toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("RECEIPT_INVALID", "receipt of another event");
    }

    @Test
    void aReceiptOfALogThatNobodyKnowsNeedsAKey() throws IOException {
        run("receipt", "fetch", "2026-event-300", "--out", temporary.toString());
        String file = temporary.resolve("2026-event-300.tlog-proof").toString();

        assertThat(offline("receipt", "verify", file).code()).isEqualTo(2);
        assertThat(offline("receipt", "verify", file, "--key", Keys.log().verifierKey().format()).code()).isZero();
        assertThat(offline("receipt", "verify", file, "--key", Keys.impostor().verifierKey().format()).code()).isEqualTo(1);
    }

    @Test
    void anExportIsVerifiedContinuedAndNeedsNoService() throws IOException {
        Path folder = temporary.resolve("export");
        Ran first = run("export", folder.toString());
        Files.delete(folder.resolve("tile/entries/001"));
        service.publish(SampleLog.of(900));

        Ran second = run("export", folder.toString());
        service.close();
        Ran offline = offline("verify", "--dir", folder.toString());

        assertThat(first.out()).contains("Exported 600 entries", "VERIFIED");
        assertThat(second.out()).contains("Exported 900 entries", "VERIFIED");
        assertThat(offline.code()).isZero();
        assertThat(offline.out()).contains("900 entries in 4 bundles");
    }

    @Test
    void aWatchVerifiesGrowthOnly() {
        var out = new StringWriter();
        var grown = new PrintWriter(out) {

            @Override
            public void println(String line) {
                super.println(line);
                service.publish(SampleLog.of(1_000));
            }
        };

        int code = ConstanciaAudit.run(grown, new PrintWriter(new StringWriter()), "watch", "--url", service.url(), "--lang", "en",
                "--state", temporary.resolve("state").toString(), "--rounds", "2", "--interval", "1");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("600 entries", "600 new", "1000 entries", "400 new");
    }

    @Test
    void aWatchEndsWhenTheLogForks() {
        var out = new StringWriter();
        var forked = new PrintWriter(out) {

            @Override
            public void println(String line) {
                super.println(line);
                service.publish(SampleLog.anotherOf(700));
            }
        };

        int code = ConstanciaAudit.run(forked, new PrintWriter(new StringWriter()), "watch", "--url", service.url(), "--lang", "en",
                "--state", temporary.resolve("state").toString(), "--rounds", "5", "--interval", "1");

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("FORKED · positions 0 to 511");
    }

    @Test
    void machinesGetTheReplayAsOneObject() {
        JsonNode answer = EventJson.MAPPER.readTree(run("replay", STREAM, "--at-version", "4", "--json").out());

        assertThat(answer.at("/verdict").stringValue()).isEqualTo("VERIFIED");
        assertThat(answer.at("/events")).hasSize(4);
        assertThat(answer.at("/state/lifecycle").stringValue()).isEqualTo("FORMING");
    }

    private static StoredEvent changed(StoredEvent event) {
        return new StoredEvent(event.position(), event.eventId(), event.streamId(), event.version(), event.type(), event.recordedAt(),
                event.envelope().replace("oficial-1", "oficial-2"), event.publicPart(), event.restrictedPart(), event.restrictedDigest(),
                event.restrictedSalt());
    }

    private Ran run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--url", service.url()));
        return offline(arguments.toArray(String[]::new));
    }

    private Ran offline(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--lang", "en", "--state", temporary.resolve("state").toString()));
        return CommandLineTest.run(arguments.toArray(String[]::new));
    }
}
