package mx.constancia.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import mx.constancia.query.RunningQueryService.Answer;
import mx.constancia.testing.TestTokens;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** A log with two mechanisms of two agencies, read over HTTP. */
class ReadingIT {

    private static final History LOG = new History().agency("segob").agency("salud")
            .proposed("consejo", "segob", "Consejo Ágil")
            .proposed("comite", "salud", "comité de Salud")
            .determined("consejo", "segob")
            .called("consejo", "segob", "C-1")
            .invited("consejo", "segob", "I-1")
            .appointed("consejo", "segob", "A-1")
            .appointed("consejo", "segob", "A-2")
            .separated("consejo", "segob", "A-1")
            .session("consejo", "segob", "S-1");
    private static final long HEAD = LOG.last().position();

    private static RunningQueryService service;

    @BeforeAll
    static void theLogIsProjected() {
        service = RunningQueryService.showing(LOG.events());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aMechanismIsShownWithItsStateAndSpanishLabels() {
        Answer answer = service.get("/mechanisms/consejo");

        assertThat(answer.body().at("/version").asLong()).isEqualTo(9);
        assertThat(answer.body().at("/lifecycle").toString()).isEqualTo("{\"code\":\"FORMING\",\"es\":\"En conformación\"}");
        assertThat(answer.body().at("/appointments").size()).isEqualTo(2);
        assertThat(answer.body().at("/appointments/0/cause/es").asString()).isEqualTo("Renuncia expresa");
    }

    @Test
    void theEntityTagIsTheVersionAndAnUnchangedMechanismIsNotSentAgain() {
        assertThat(service.get("/mechanisms/consejo").header("etag")).isEqualTo("\"9\"");
        assertThat(service.get("/mechanisms/consejo", "If-None-Match", "\"9\"").status()).isEqualTo(304);
        assertThat(service.get("/mechanisms/consejo", "If-None-Match", "\"8\"").status()).isEqualTo(200);
    }

    @Test
    void theStateIsAskedForAtAVersionAtAPositionAndAtAnInstant() {
        assertThat(service.get("/mechanisms/consejo?atVersion=6").body().at("/appointments/0/active").asBoolean()).isTrue();
        assertThat(service.get("/mechanisms/consejo?atPosition=7").body().at("/version").asLong()).isEqualTo(5);
        assertThat(service.get("/mechanisms/consejo?asOf=" + History.BEGAN.plusSeconds(4)).body().at("/version").asLong()).isEqualTo(2);
    }

    @Test
    void aMomentThatMakesNoSenseIsAnsweredClearly() {
        assertProblem(service.get("/mechanisms/consejo?atVersion=1&atPosition=3"), 400, "ambiguous-moment");
        assertProblem(service.get("/mechanisms/consejo?atVersion=0"), 400, "invalid-parameter");
        assertProblem(service.get("/mechanisms/consejo?asOf=yesterday"), 400, "invalid-parameter");
        assertProblem(service.get("/mechanisms/consejo?asOf=2999-01-01T00:00:00Z"), 400, "future-moment");
        assertProblem(service.get("/mechanisms/consejo?atVersion=10"), 404, "beyond-the-head");
        assertProblem(service.get("/mechanisms/consejo?atPosition=" + (HEAD + 1)), 404, "beyond-the-head");
        assertProblem(service.get("/mechanisms/consejo?atPosition=1"), 404, "before-the-beginning");
    }

    @Test
    void whatAQuestionNamesIsKnownOrRefused() {
        for (String path : List.of("/mechanisms", "/mechanisms/consejo", "/mechanisms/consejo/timeline", "/mechanisms/consejo/appointments",
                "/agencies", "/agencies/segob", "/schemas/envelope.v1.json", "/problems", "/problems/not-found")) {
            Answer answer = service.get(path + "?agencia=segob");
            assertProblem(answer, 400, "invalid-parameter");
            assertThat(answer.body().at("/parameter").asString()).isEqualTo("agencia");
        }
        Answer answer = service.get("/mechanisms?typ=ADVISORY");
        assertThat(answer.body().at("/detail").asString()).contains("typ", "agency, type, modality, lifecycle, sort, order, format, cursor, limit, min-position");
        assertThat(service.get("/mechanisms?type=ADVISER").body().at("/detail").asString()).contains("ADVISORY");
    }

    @Test
    void aMechanismThatNobodyRecordedIsUnknown() {
        assertProblem(service.get("/mechanisms/nada"), 404, "unknown-mechanism");
        assertProblem(service.get("/mechanisms/nada/timeline"), 404, "unknown-mechanism");
        assertProblem(service.get("/mechanisms/nada/appointments"), 404, "unknown-mechanism");
        assertProblem(service.get("/agencies/nada"), 404, "unknown-agency");
        assertProblem(service.get("/nada"), 404, "not-found");
    }

    @Test
    void theTimelineTellsEveryFactInOrder() {
        JsonNode entries = service.get("/mechanisms/consejo/timeline").body().at("/items");

        assertThat(entries.size()).isEqualTo(9);
        assertThat(entries.at("/6/title/es").asString()).isEqualTo("Integrante separado");
        assertThat(entries.at("/6/occurredOn").asString()).isEqualTo("2026-01-14");
        assertThat(entries.at("/6/labels/EXPRESS_RESIGNATION").asString()).isEqualTo("Renuncia expresa");
        assertThat(entries.at("/1/findings/0/code").asString()).isEqualTo("G15-ONE-SIDED");
    }

    @Test
    void theTimelineIsReadPageByPageInBothDirections() {
        assertThat(versions("asc", 4)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(versions("desc", 4)).containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(service.get("/mechanisms/consejo/timeline?after=9").body().at("/items").size()).isZero();
        assertProblem(service.get("/mechanisms/consejo/timeline?order=up"), 400, "invalid-parameter");
        assertProblem(service.get("/mechanisms/consejo/timeline?limit=201"), 400, "invalid-parameter");
        assertProblem(service.get("/mechanisms/consejo/timeline?after=x"), 400, "invalid-parameter");
    }

    @Test
    void theRestrictedPartIsShownToOfficersAndTheControlOrganOfTheSameAgencyOnly() {
        String path = "/mechanisms/consejo/timeline?after=3&limit=1";
        TestTokens tokens = TestTokens.shared();

        for (String insider : List.of("RESPONSIBLE_UNIT", "TECHNICAL_SECRETARY", "COORDINATION_HEAD", "OIC_AUDITOR")) {
            JsonNode shown = service.getAs(tokens.token("u", "segob", insider), path).body().at("/items/0");
            assertThat(shown.at("/restrictedPart").asString()).isEqualTo("SHOWN");
            assertThat(shown.at("/restricted/personRef").asString()).isEqualTo("person-I-1");
            assertThat(shown.at("/restrictedSalt").asString()).hasSize(64);
        }
        for (Answer outsider : List.of(service.get(path), service.getAs(tokens.token("u", "salud", "OIC_AUDITOR"), path),
                service.getAs(tokens.token("u", "segob", "UDP"), path))) {
            assertThat(outsider.body().at("/items/0/restrictedPart").asString()).isEqualTo("WITHHELD");
            assertThat(outsider.body().at("/items/0/restrictedDigest").asString()).hasSize(64);
            assertThat(outsider.body().at("/items/0").has("restrictedSalt")).isFalse();
            assertThat(outsider.body().toString()).doesNotContain("person-I-1").doesNotContain("Trayectoria");
        }
    }

    @Test
    void aTokenThatIsSentIsCheckedAlsoForPublicData() {
        TestTokens tokens = TestTokens.shared();
        for (String bad : List.of(tokens.expired("u", "segob"), tokens.foreign("u", "segob"), tokens.wrongIssuer("u", "segob"),
                tokens.wrongAudience("u", "segob"), "no.token.atall")) {
            assertProblem(service.getAs(bad, "/mechanisms"), 401, "not-authenticated");
        }
    }

    @Test
    void listsAreSortedFilteredAndReadPageByPage() {
        assertThat(ids(service.get("/mechanisms"))).containsExactly("comite", "consejo");
        assertThat(ids(service.get("/mechanisms?sort=name"))).containsExactly("comite", "consejo");
        assertThat(ids(service.get("/mechanisms?agency=salud"))).containsExactly("comite");
        assertThat(ids(service.get("/mechanisms?type=ADVISORY&modality=FACE_TO_FACE&lifecycle=FORMING"))).containsExactly("consejo");
        assertThat(ids(service.get("/mechanisms?modality=DIGITAL"))).isEmpty();
        assertThat(ids(service.get("/agencies"))).containsExactly("salud", "segob");

        Answer first = service.get("/mechanisms?sort=name&limit=1");
        String next = first.body().at("/next").asString();
        assertThat(ids(first)).containsExactly("comite");
        assertThat(ids(service.get("/mechanisms?sort=name&limit=1&cursor=" + next))).containsExactly("consejo");
        assertProblem(service.get("/mechanisms?sort=id&cursor=" + next), 400, "invalid-cursor");
        assertProblem(service.get("/mechanisms?cursor=%20!"), 400, "invalid-cursor");
        assertProblem(service.get("/mechanisms?limit=0"), 400, "invalid-parameter");
        assertProblem(service.get("/mechanisms?modality=HYBRID"), 400, "invalid-parameter");
    }

    @Test
    void appointmentsAreListedWithTheirMechanism() {
        JsonNode items = service.get("/mechanisms/consejo/appointments").body().at("/items");

        assertThat(items.size()).isEqualTo(2);
        assertThat(items.at("/0/mechanismName").asString()).isEqualTo("Consejo Ágil");
        assertThat(items.at("/0/version").asLong()).isEqualTo(7);
        assertThat(service.get("/mechanisms/consejo/appointments?active=true").body().at("/items").size()).isEqualTo(1);
    }

    @Test
    void minPositionTakesAPositionOnly() {
        assertProblem(service.get("/mechanisms?min-position=-1"), 400, "invalid-parameter");
        assertProblem(service.get("/mechanisms?min-position=soon"), 400, "invalid-parameter");
        assertProblem(service.get("/mechanisms", "Constancia-Min-Position", "1.5"), 400, "invalid-parameter");
    }

    @Test
    void theSchemaOfAnEventTypeIsServedWhereTheEventsSay() {
        Answer schema = service.get("/schemas/mechanism.call-opened.v1.json");

        assertThat(schema.status()).isEqualTo(200);
        assertThat(schema.header("content-type")).isEqualTo("application/schema+json");
        assertProblem(service.get("/schemas/mechanism.call-opened.v9.json"), 404, "not-found");
    }

    @Test
    void healthIsOpenAndMetricsAreForOperators() {
        TestTokens tokens = TestTokens.shared();
        assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(service.get("/actuator/health").body().at("/components/mongo/status").asString()).isEqualTo("UP");
        assertThat(service.get("/actuator/health").body().at("/components/kafka/status").asString()).isEqualTo("UP");
        assertProblem(service.get("/actuator/metrics"), 401, "not-authenticated");
        assertProblem(service.getAs(tokens.token("u", "segob", "OIC_AUDITOR"), "/actuator/metrics"), 403, "forbidden");
        String metrics = service.getAs(tokens.token("u", "segob", "OPERATOR"), "/actuator/metrics").body().toString();
        assertThat(metrics).contains("constancia.projection.lag", "constancia.projection.visible.head", "kafka.consumer", "jvm.memory.used");
    }

    private static List<Long> versions(String order, int limit) {
        List<Long> versions = new ArrayList<>();
        String path = "/mechanisms/consejo/timeline?order=" + order + "&limit=" + limit;
        JsonNode page = service.get(path).body();
        page.at("/items").forEach(entry -> versions.add(entry.at("/version").asLong()));
        while (page.has("next")) {
            page = service.get(path + "&after=" + page.at("/next").asString()).body();
            page.at("/items").forEach(entry -> versions.add(entry.at("/version").asLong()));
        }
        return versions;
    }

    private static List<String> ids(Answer list) {
        List<String> ids = new ArrayList<>();
        list.body().at("/items").forEach(line -> ids.add(line.at("/id").asString()));
        return ids;
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.body().at("/type").asString()).isEqualTo("/problems/" + type);
        assertThat(answer.body().at("/title").asString()).isNotBlank();
        assertThat(answer.body().at("/detail").asString()).isNotBlank();
    }
}
