package mx.constancia.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import mx.constancia.local.programme.Programme;
import mx.constancia.local.programme.ProgrammeFiles;
import mx.constancia.local.programme.ProgrammeReport;
import mx.constancia.local.programme.ProgrammeRunner;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real programmes, driven through HTTP by the demo. A repeated command answers what it answered the first time, so a
 * second run tells what the first one came to.
 */
class ProgrammesIT {

    private static final String COUNCIL = "/mechanisms/consejo-nacional-agenda-2030";

    @TempDir
    private static Path data;
    private static LocalProcess constancia;

    @BeforeAll
    static void loadTheDemo() throws Exception {
        constancia = LocalProcess.ready(data);
    }

    @AfterAll
    static void stop() throws Exception {
        constancia.close();
    }

    @Test
    void everyStepComesToTheEventsFindingsAndRefusalsThatItsFileExpects() throws Exception {
        assertThat(secondRun()).flatExtracting(ProgrammeReport::differences).isEmpty();
    }

    @Test
    void aSecondRunRecordsNothing() throws Exception {
        assertThat(secondRun()).allSatisfy(report -> {
            assertThat(report.recorded()).isZero();
            assertThat(report.replayed()).isPositive();
        });
    }

    @Test
    void theTimelineOfTheNationalCouncilTellsItsLifeInOrder() throws Exception {
        List<JsonNode> timeline = items(COUNCIL + "/timeline?limit=200");

        assertThat(timeline).extracting(entry -> entry.path("version").asLong()).isSorted().hasSize(28);
        assertThat(timeline.getFirst().path("type").asString()).isEqualTo("mechanism.existing-mechanism-registered.v1");
        assertThat(timeline).filteredOn(entry -> entry.path("rulebook").asString().equals("SEGOB-2017"))
                .allSatisfy(entry -> assertThat(entry.path("occurredOn").asString()).isGreaterThan("2017-08-11"));
    }

    @Test
    void theCouncilWithoutCivilMembersIsOneSidedFromItsFirstFactUnderTheGuidelines() throws Exception {
        List<JsonNode> found = items(COUNCIL + "/timeline?limit=200").stream()
                .filter(entry -> !entry.path("findings").isEmpty()).toList();

        assertThat(found).singleElement().satisfies(entry -> {
            assertThat(entry.path("occurredOn").asString()).isEqualTo("2017-10-02");
            assertThat(entry.at("/findings/0/code").asString()).isEqualTo("G15-ONE-SIDED");
        });
    }

    private static List<ProgrammeReport> secondRun() throws Exception {
        Addresses addresses = constancia.addresses();
        try (ProgrammeRunner runner = new ProgrammeRunner(URI.create(addresses.issuer()), URI.create(addresses.command()))) {
            List<ProgrammeReport> reports = new ArrayList<>();
            for (Programme programme : ProgrammeFiles.all()) {
                reports.add(runner.run(programme));
            }
            return reports;
        }
    }

    private static List<JsonNode> items(String path) throws Exception {
        JsonNode page = JsonMapper.shared().readTree(constancia.read(path));
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }
}
