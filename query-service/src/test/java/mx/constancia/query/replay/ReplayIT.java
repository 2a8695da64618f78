package mx.constancia.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import mx.constancia.events.EventJson;
import mx.constancia.events.StoredEvent;
import mx.constancia.query.History;
import mx.constancia.query.RunningQueryService;
import mx.constancia.query.RunningQueryService.Answer;
import mx.constancia.testing.TestTokens;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** A log of two agencies, over two pages, read over HTTP. */
class ReplayIT {

    private static final String LINES = "application/x-ndjson";
    private static final List<StoredEvent> LOG = history().events();
    private static final long HEAD = LOG.getLast().position();

    private static RunningQueryService service;

    @BeforeAll
    static void theLogIsProjected() {
        service = RunningQueryService.showing(LOG, "--constancia.replay.page-scan=1");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theLinesAreTheLogInItsOrderWithTheTextsAsTheyWereRecorded() {
        List<String> lines = lines("/events");

        assertThat(lines).hasSameSizeAs(LOG);
        for (StoredEvent event : LOG) {
            String line = lines.get((int) event.position());
            JsonNode json = EventJson.MAPPER.readTree(line);
            assertThat(line).contains("\"envelope\":" + event.envelope(), "\"data\":" + event.publicPart());
            assertThat(json.at("/position").asLong()).isEqualTo(event.position());
            assertThat(json.at("/version").asLong()).isEqualTo(event.version());
            assertThat(json.at("/stream").asString()).isEqualTo(event.streamId());
            assertThat(json.at("/eventId").asString()).isEqualTo(event.eventId());
            assertThat(json.at("/type").asString()).isEqualTo(event.type());
            assertThat(json.at("/recordedAt").asString()).isEqualTo(EventJson.format(event.recordedAt()));
            assertThat(json.at("/occurredOn").asString()).isEqualTo(json.at("/envelope/occurredOn").asString());
        }
    }

    @Test
    void pagesAndLinesSayTheSame() {
        for (String filter : List.of("", "agency=salud&", "type=agency.agency-registered.v1&", "from=40&to=290&")) {
            assertThat(pages("/events?" + filter + "limit=50")).isEqualTo(lines("/events?" + filter).stream()
                    .map(EventJson.MAPPER::readTree).toList());
        }
    }

    @Test
    void fromEveryPositionTheLinesAreExactlyTheRest() {
        List<String> all = lines("/events");
        for (int position = 0; position <= HEAD; position++) {
            assertThat(lines("/events?after=" + position)).isEqualTo(all.subList(position + 1, all.size()));
        }
    }

    @Test
    void anEmptyPageWithANextOneLetsTheClientGoOn() {
        Answer first = service.get("/events?stream=mechanism-late");

        assertThat(first.body().at("/items").size()).isZero();
        assertThat(first.body().at("/next").asString()).isEqualTo("255");
        assertThat(service.get("/events?stream=mechanism-late&after=255").body().at("/items").size()).isEqualTo(1);
    }

    @Test
    void theRestrictedPartIsShownOnlyToWhoMaySeeIt() {
        String token = TestTokens.shared().token("u", "segob", "OIC_AUDITOR");
        List<JsonNode> open = pages("/events?type=mechanism.direct-invitation-issued.v1");
        String path = "/events?type=mechanism.direct-invitation-issued.v1&to=3";

        assertThat(open).isNotEmpty().allSatisfy(line -> {
            assertThat(line.at("/restrictedPart").asString()).isEqualTo("WITHHELD");
            assertThat(line.has("restricted")).isFalse();
            assertThat(line.has("restrictedSalt")).isFalse();
            assertThat(line.at("/restrictedDigest").asString()).hasSize(64);
        });
        assertThat(String.join("", lines("/events"))).doesNotContain("Trayectoria");
        assertThat(service.getAs(token, path).body().at("/items/0/restricted").toString()).contains("Trayectoria");
        assertThat(service.getAs(token, path).body().at("/items/0/restrictedPart").asString()).isEqualTo("SHOWN");
        assertThat(service.getAs(token, path).body().at("/items/0/restrictedSalt").asString()).hasSize(64);
        assertThat(service.getAs(TestTokens.shared().token("u", "salud", "OIC_AUDITOR"), path).body().at("/items/0/restrictedPart").asString())
                .isEqualTo("WITHHELD");
    }

    @Test
    void whatCannotBeAnsweredIsRefusedClearly() {
        assertProblem(service.get("/events?agencia=segob"), 400, "invalid-parameter");
        assertProblem(service.get("/events?limit=201"), 400, "invalid-parameter");
        assertProblem(service.get("/events?limit=99999999999"), 400, "invalid-parameter");
        assertProblem(service.get("/events?from=-1", "Accept", LINES), 400, "invalid-parameter");
        assertProblem(service.get("/events?after=eyJ9", "Accept", LINES), 400, "invalid-parameter");
        assertProblem(service.get("/events?recordedFrom=yesterday"), 400, "invalid-parameter");
        Answer beyond = service.get("/events?from=" + (HEAD + 1), "Accept", LINES);
        assertProblem(beyond, 404, "beyond-the-head");
        assertThat(beyond.body().at("/visibleHead").asLong()).isEqualTo(HEAD);
        assertThat(service.get("/events?agencia=segob").body().at("/known").toString()).contains("\"agency\"", "\"recordedTo\"");
        assertProblem(service.get("/events", "Accept", "text/html"), 406, "not-acceptable");
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().at("/type").asString()).isEqualTo("/problems/" + type);
    }

    private static List<String> lines(String path) {
        HttpResponse<Stream<String>> response = service.lines(path, "Accept", LINES);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValueSatisfying(type -> assertThat(type).startsWith(LINES));
        return response.body().toList();
    }

    private static List<JsonNode> pages(String path) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = service.get(path).body();
        page.at("/items").forEach(items::add);
        while (page.has("next")) {
            page = service.get(path + "&after=" + page.at("/next").asString()).body();
            page.at("/items").forEach(items::add);
        }
        return items;
    }

    private static History history() {
        History history = new History().agency("segob").agency("salud").proposed("consejo", "segob", "Consejo")
                .invited("consejo", "segob", "I-0").proposed("comite", "salud", "Comité");
        for (int number = 1; number < 75; number++) {
            history.called("consejo", "segob", "C-" + number).invited("consejo", "segob", "I-" + number)
                    .appointed("consejo", "segob", "A-" + number).invited("comite", "salud", "I-" + number);
        }
        return history.proposed("late", "salud", "Tardío");
    }
}
