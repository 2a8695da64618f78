package mx.constancia.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import mx.constancia.command.http.Request.Reply;

/** What bad commands are answered with by the whole service. The log never changes. */
class BadInputIT {

    private static final String CALL = "/mechanisms/consejo/open-call";

    private static TestService service;

    private long eventsBefore;

    @BeforeAll
    static void aMechanismIsDetermined() {
        service = TestService.shared();
        assertThat(service.registerAgency("segob").send().status()).isEqualTo(201);
        assertThat(service.registerAgency("presidencia").send().status()).isEqualTo(201);
        assertThat(service.propose("consejo", "segob").send().status()).isEqualTo(201);
        assertThat(service.determine("consejo", "segob").seen(1).send().status()).isEqualTo(200);
        assertThat(service.propose("concluido", "segob").key("first-use").send().status()).isEqualTo(201);
        assertThat(service.command("/mechanisms/concluido/conclude-mechanism", service.officerOf("segob")).seen(1).body("""
                {"occurredOn": "%s", "reason": "Fin del programa"}""".formatted(TestService.today())).send().status()).isEqualTo(200);
    }

    @BeforeEach
    void countEvents() {
        eventsBefore = service.eventsInTheLog();
    }

    @AfterEach
    void theLogIsUnchanged() {
        assertThat(service.eventsInTheLog()).isEqualTo(eventsBefore);
    }

    @Test
    void anUnknownFieldIsNamedWithTheNearestKnown() {
        Reply reply = call(TestService.callBody().replace("\"closesOn\"", "\"closeOn\"")).send();

        JsonNode error = onlyError(refused(reply, 400, "invalid-body"));
        assertThat(error.get("field").asString()).isEqualTo("closeOn");
        assertThat(error.get("allowed").valueStream().map(JsonNode::asString)).startsWith("closesOn");
    }

    @Test
    void aWrongTypeIsNamedWithWhatWasExpected() {
        Reply reply = call(TestService.callBody().replace("\"seats\": 2", "\"seats\": \"two\"")).send();

        JsonNode error = onlyError(refused(reply, 400, "invalid-body"));
        assertThat(error.get("field").asString()).isEqualTo("seatsOffered[0].seats");
        assertThat(error.get("detail").asString()).isEqualTo("expected whole number, found \"two\"");
    }

    @Test
    void aMissingContentOfACallIsNamedByCodeAndArticle() {
        Reply reply = call(TestService.callBody().replaceFirst("\"purpose\": \"[^\"]*\",", "")).send();

        JsonNode problem = refused(reply, 422, "rule-violated");
        assertThat(problem.get("rule").asString()).isEqualTo("G18-CONTENT-MISSING");
        assertThat(problem.at("/legalBasis/0/instrument").asString()).isEqualTo("SEGOB-2017");
        assertThat(problem.at("/legalBasis/0/article").asString()).isEqualTo("G-18");
        JsonNode error = onlyError(problem);
        assertThat(error.get("field").asString()).isEqualTo("content.purpose");
        assertThat(error.get("rule").asString()).isEqualTo("G18-CONTENT-MISSING");
        assertThat(error.get("article").asString()).isEqualTo("G-18");
        assertThat(error.get("detail").asString()).contains("G-18 II");
    }

    @Test
    void everyMissingContentOfACallIsNamed() {
        Reply reply = call("""
                {"occurredOn": "%1$s", "opensOn": "%1$s"}""".formatted(TestService.today())).send();

        assertThat(refused(reply, 422, "rule-violated").get("errors").valueStream().map(error -> error.get("field").asString()))
                .contains("content.typeModalityIncidence", "content.purpose", "content.civilProfile", "content.formationDeadlines",
                        "content.geographicDemarcation", "content.responsibleOfficer", "channels");
    }

    @Test
    void anUnknownCodeIsNamedWithItsArticleAndTheCodes() {
        Reply reply = call(TestService.callBody().replace("\"CSO\"", "\"CHURCH\"")).send();

        JsonNode error = onlyError(refused(reply, 422, "unknown-code"));
        assertThat(error.get("field").asString()).isEqualTo("seatsOffered[0].sector");
        assertThat(error.get("article").asString()).isEqualTo("G-17");
        assertThat(error.get("allowed").valueStream().map(JsonNode::asString)).contains("CITIZEN", "CSO", "OTHER");
    }

    @Test
    void datesOutOfOrderAreRefused() {
        Reply reply = call(TestService.callBody().replaceFirst("\"closesOn\": \"[^\"]*\"", "\"closesOn\": \"2018-01-01\"")).send();

        assertThat(refused(reply, 422, "rule-violated").get("rule").asString()).isEqualTo("G18-CALL-DATES");
    }

    @Test
    void aFactOfTomorrowIsRefused() {
        String tomorrow = TestService.today().plusDays(1).toString();

        Reply reply = call(TestService.callBody().replaceFirst("\"occurredOn\": \"[^\"]*\"", "\"occurredOn\": \"" + tomorrow + "\"")).send();

        JsonNode problem = refused(reply, 422, "rule-violated");
        assertThat(problem.get("rule").asString()).isEqualTo("FUTURE-DATE");
        assertThat(onlyError(problem).get("field").asString()).isEqualTo("occurredOn");
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        Reply reply = call(TestService.callBody().replaceFirst("\"closesOn\": \"[^\"]*\"", "\"closesOn\": \"2026-02-30\"")).send();

        assertThat(onlyError(refused(reply, 400, "invalid-body")).get("field").asString()).isEqualTo("closesOn");
    }

    @Test
    void theLegalDateIsRequired() {
        Reply reply = call(TestService.callBody().replaceFirst("\"occurredOn\": \"[^\"]*\",", "")).send();

        assertThat(onlyError(refused(reply, 400, "invalid-body")).get("field").asString()).isEqualTo("occurredOn");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        JsonNode problem = refused(call(TestService.callBody() + " ".repeat(262_144)).send(), 413, "body-too-large");

        assertThat(problem.get("maxBytes").asInt()).isEqualTo(262_144);
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() {
        JsonNode problem = refused(call(TestService.callBody().replace("[\"GOB_MX_PARTICIPA\"]", "[")).send(), 400, "malformed-json");

        assertThat(problem.get("line").asInt()).isPositive();
        assertThat(problem.get("column").asInt()).isPositive();
    }

    @Test
    void deepNestingIsRefused() {
        refused(call("{\"content\": " + "{\"content\":".repeat(200) + "1" + "}".repeat(201)).send(), 400, "malformed-json");
    }

    @Test
    void aRepeatedFieldIsRefused() {
        refused(call(TestService.callBody().replace("{\"occurredOn\"", "{\"occurredOn\": \"2019-01-01\", \"occurredOn\"")).send(),
                400, "malformed-json");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        refused(call(TestService.callBody()).with("Content-Type", "text/yaml").send(), 415, "unsupported-media-type");
    }

    @Test
    void aMissingVersionIsRefused() {
        refused(call(TestService.callBody()).without("If-Match").send(), 428, "if-match-missing");
    }

    @Test
    void aStaleVersionIsToldTheCurrentOne() {
        Reply reply = call(TestService.callBody()).seen(1).send();

        assertThat(refused(reply, 412, "stale-version").get("currentVersion").asLong()).isEqualTo(2);
        assertThat(reply.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void aVersionThatNeverWasIsStale() {
        assertThat(refused(call(TestService.callBody()).seen(99).send(), 412, "stale-version").get("currentVersion").asLong()).isEqualTo(2);
    }

    @Test
    void aMissingKeyIsRefused() {
        refused(call(TestService.callBody()).without("Idempotency-Key").send(), 400, "idempotency-key-missing");
    }

    @Test
    void aKeyThatWasUsedForAnotherBodyIsRefused() {
        refused(call(TestService.callBody()).key("first-use").send(), 422, "idempotency-key-reused");
    }

    @Test
    void aKeyThatWasUsedForThisBodyAtAnotherAddressIsRefused() {
        refused(service.propose("otro", "segob").key("first-use").send(), 422, "idempotency-key-reused");
    }

    @Test
    void aConcludedMechanismTakesNoMoreCommands() {
        JsonNode problem = refused(service.openCall("concluido", "segob").seen(2).send(), 409, "state-conflict");

        assertThat(problem.get("rule").asString()).isEqualTo("MECHANISM-CONCLUDED");
        assertThat(problem.get("detail").asString()).contains(TestService.today().toString());
    }

    @Test
    void anUnknownCommandIsAnsweredWithSimilarOnes() {
        Reply reply = service.command("/mechanisms/consejo/open-cal", service.officerOf("segob")).seen(2).body(TestService.callBody()).send();

        assertThat(refused(reply, 404, "unknown-command").get("nearest").valueStream().map(JsonNode::asString)).startsWith("open-call");
    }

    @Test
    void anExpiredTokenIsRefused() {
        Reply reply = call(TestService.callBody()).as(service.tokens().expired("officer-of-segob", "segob", "RESPONSIBLE_UNIT")).send();

        assertThat(refused(reply, 401, "not-authenticated").get("detail").asString()).contains("expired");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void aForeignTokenIsRefused() {
        refused(call(TestService.callBody()).as(service.tokens().foreign("officer-of-segob", "segob", "RESPONSIBLE_UNIT")).send(),
                401, "not-authenticated");
        refused(call(TestService.callBody()).as(service.tokens().wrongIssuer("officer-of-segob", "segob", "RESPONSIBLE_UNIT")).send(),
                401, "not-authenticated");
        refused(call(TestService.callBody()).as(service.tokens().wrongAudience("officer-of-segob", "segob", "RESPONSIBLE_UNIT")).send(),
                401, "not-authenticated");
    }

    @Test
    void anOfficerOfAnotherAgencyIsRefused() {
        JsonNode problem = refused(call(TestService.callBody()).as(service.officerOf("presidencia")).send(), 403, "out-of-scope");

        assertThat(problem.get("detail").asString()).contains("segob", "presidencia");
    }

    @Test
    void anAuditorChangesNothing() {
        refused(call(TestService.callBody()).as(service.tokens().token("oic-1", "segob", "OIC_AUDITOR")).send(), 403, "role-missing");
    }

    @Test
    void anOfficerWithoutAgencyIsRefused() {
        String token = service.tokens().token(claims -> claims.subject("nobody").claim("roles", List.of("RESPONSIBLE_UNIT")));

        refused(call(TestService.callBody()).as(token).send(), 403, "out-of-scope");
    }

    @Test
    void aMechanismThatIsNotThereIsUnknown() {
        refused(service.openCall("no-such", "segob").seen(1).send(), 404, "unknown-aggregate");
    }

    @Test
    void whatExistsIsNotBegunAgain() {
        assertThat(refused(service.propose("consejo", "segob").send(), 409, "already-exists").get("currentVersion").asLong()).isEqualTo(2);
    }

    @Test
    void aPersonsDataInATextIsRefused() {
        Reply reply = call(TestService.callBody().replace("Dirección de Vinculación", "PEGJ800101HDFRRN09")).send();

        assertThat(refused(reply, 422, "rule-violated").get("rule").asString()).isEqualTo("PII-IN-TEXT");
    }

    private static Request call(String body) {
        return service.command(CALL, service.officerOf("segob")).seen(2).body(body);
    }

    static JsonNode refused(Reply reply, int status, String slug) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = reply.json();
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("instance").asString()).startsWith("/mechanisms/");
        assertThat(problem.get("correlationId").asString()).isEqualTo(reply.header("X-Correlation-Id"));
        return problem;
    }

    private static JsonNode onlyError(JsonNode problem) {
        assertThat(problem.get("errors")).as(problem.toString()).hasSize(1);
        return problem.at("/errors/0");
    }
}
