package mx.constancia.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import mx.constancia.command.http.problem.FieldError;
import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemException;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.decision.CommandType;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Rule;
import mx.constancia.decision.Submission;
import mx.constancia.decision.Violation;
import mx.constancia.events.Actor;
import mx.constancia.events.Envelope;
import mx.constancia.events.EventCodec;
import mx.constancia.events.Finding;
import mx.constancia.events.LegalBasis;
import mx.constancia.events.StoredEvent;
import mx.constancia.vocabulary.RecordMode;

class OutcomeTableTest {

    private static final Rule CONTENT = Rule.precondition("G18-CONTENT-MISSING", "G-18", "A call has six contents.");
    private static final Rule CONCLUDED = Rule.conflict("CONCLUDED", "H1", "A concluded mechanism takes no more commands.");

    private final OutcomeTable table = new OutcomeTable(URI.create("https://read.example"));

    @Test
    void whatACreatingCommandRecordedIsCreated() {
        ResponseEntity<byte[]> response = table.answer(of(Samples.BEGIN_SAMPLE), recorded(false));

        assertThat(response.getStatusCode().value()).isEqualTo(201);
        assertThat(response.getHeaders().getFirst("ETag")).isEqualTo("\"2\"");
        assertThat(response.getHeaders().getFirst("Constancia-Position")).isEqualTo("41");
        assertThat(response.getHeaders().getFirst("Location")).isEqualTo("https://read.example/mechanisms/m-1");
        assertThat(response.getHeaders().getFirst("Idempotency-Replayed")).isNull();
    }

    @Test
    void theAnswerLinksToTheReceiptOfEachEvent() {
        assertThat(table.answer(of(Samples.CHANGE_SAMPLE), recorded(false)).getHeaders().get("Link")).containsExactly(
                "<https://read.example/events/40/receipt>; rel=\"describedby\"", "<https://read.example/events/41/receipt>; rel=\"describedby\"");
    }

    @Test
    void theBodyTellsEventsAndFindings() {
        JsonNode body = new JsonMapper().readTree(table.answer(of(Samples.CHANGE_SAMPLE), recorded(false)).getBody());

        assertThat(body).isEqualTo(new JsonMapper().readTree("""
                {"id": "m-1", "version": 2, "position": 41, "recordedAt": "2020-01-02T03:04:05.006Z",
                 "events": [
                   {"position": 40, "eventId": "e-1", "type": "mechanism.x.v1", "version": 1, "occurredOn": "2019-12-31",
                    "recordedAt": "2020-01-02T03:04:05.006Z", "public": {"a": "ñ"}, "restricted": {"b": 2}},
                   {"position": 41, "eventId": "e-2", "type": "mechanism.y.v1", "version": 2, "occurredOn": "2019-12-31",
                    "recordedAt": "2020-01-02T03:04:05.006Z", "public": {}}],
                 "findings": [{"code": "G15-ONE-SIDED", "article": "G-15", "detail": "No civil member."}]}"""));
    }

    @Test
    void aRetryGetsTheSameAnswerAndAHeader() {
        ResponseEntity<byte[]> first = table.answer(of(Samples.BEGIN_SAMPLE), recorded(false));
        ResponseEntity<byte[]> retry = table.answer(of(Samples.BEGIN_SAMPLE), recorded(true));

        assertThat(retry.getBody()).isEqualTo(first.getBody());
        assertThat(retry.getStatusCode()).isEqualTo(first.getStatusCode());
        assertThat(retry.getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aViolatedRuleIsNamedWithItsArticleAndField() {
        Problem problem = problem(new Outcome.Rejected(List.of(new Violation(CONTENT, "content.purpose", "The purpose is missing."))));

        assertThat(problem.type()).isEqualTo(ProblemType.RULE_VIOLATED);
        assertThat(problem.detail()).isEqualTo("The purpose is missing.");
        assertThat(problem.members()).containsEntry("rule", "G18-CONTENT-MISSING")
                .containsEntry("legalBasis", List.of(new LegalBasis("SEGOB-2017", "G-18")))
                .containsEntry("errors", List.of(new FieldError("content.purpose", "G18-CONTENT-MISSING", "G-18",
                        "The purpose is missing.", "A call has six contents.", List.of())));
    }

    @Test
    void aConflictAmongTheViolationsMakesItAConflict() {
        Problem problem = problem(new Outcome.Rejected(List.of(
                new Violation(CONTENT, "content.purpose", "The purpose is missing."), new Violation(CONCLUDED, null, "It is concluded."))));

        assertThat(problem.type()).isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat((List<?>) problem.members().get("errors")).hasSize(2);
    }

    @Test
    void everyOtherOutcomeHasItsProblem() {
        assertThat(problem(new Outcome.Stale(9))).satisfies(problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.STALE_VERSION);
            assertThat(problem.members()).containsEntry("currentVersion", 9L);
            assertThat(problem.headers()).containsEntry("ETag", "\"9\"");
        });
        assertThat(problem(new Outcome.AlreadyExists(3)).members()).containsEntry("currentVersion", 3L);
        assertThat(problem(new Outcome.AlreadyExists(3)).type()).isEqualTo(ProblemType.ALREADY_EXISTS);
        assertThat(problem(new Outcome.Unknown()).type()).isEqualTo(ProblemType.UNKNOWN_AGGREGATE);
        assertThat(problem(new Outcome.OutOfScope("segob")).type()).isEqualTo(ProblemType.OUT_OF_SCOPE);
        assertThat(problem(new Outcome.KeyReused()).type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }

    private Problem problem(Outcome outcome) {
        return catchThrowableOfType(ProblemException.class, () -> table.answer(of(Samples.CHANGE_SAMPLE), outcome)).problem();
    }

    private static Outcome.Recorded recorded(boolean replayed) {
        Instant at = Instant.parse("2020-01-02T03:04:05.006Z");
        Finding finding = new Finding("G15-ONE-SIDED", "G-15", "No civil member.");
        return new Outcome.Recorded(2, List.of(
                new StoredEvent(40, "e-1", "mechanism-m-1", 1, "mechanism.x.v1", at, envelope(List.of(finding)), "{\"a\":\"ñ\"}", "{\"b\":2}", null, null),
                new StoredEvent(41, "e-2", "mechanism-m-1", 2, "mechanism.y.v1", at, envelope(List.of()), "{}", null, null, null)), replayed);
    }

    private static String envelope(List<Finding> findings) {
        return EventCodec.encode(new Envelope(LocalDate.of(2019, 12, 31), "America/Mexico_City", "segob",
                new Actor("u", "RESPONSIBLE_UNIT", "segob"), null, "SEGOB-2017", List.of(), "LIVE", List.of(), List.of(), null, "PUBLIC",
                "c", "d", null, findings));
    }

    private static Submission of(CommandType type) {
        return new Submission("c-1", type, new Samples.BeginSample("x"), "m-1", LocalDate.of(2019, 12, 31), RecordMode.LIVE,
                new Actor("u", "RESPONSIBLE_UNIT", "segob"), null, List.of(), List.of(), null, null, 7L, "k",
                "0".repeat(64), "c");
    }
}
