package mx.constancia.command.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

import mx.constancia.command.http.problem.FieldError;
import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Rulebook;
import mx.constancia.decision.Strength;
import mx.constancia.decision.Submission;
import mx.constancia.decision.Violation;
import mx.constancia.events.LegalBasis;

/** The one table from outcome to answer. */
public final class OutcomeTable {

    static final String POSITION = "Constancia-Position";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final JsonMapper JSON = new JsonMapper();

    private final String readBase;

    /** @param readBase address of the query service, without a slash at its end */
    OutcomeTable(URI readBase) {
        this.readBase = readBase.toString();
    }

    /**
     * The answer to a submission.
     *
     * @throws mx.constancia.command.http.problem.ProblemException when nothing was recorded
     */
    ResponseEntity<byte[]> answer(Submission submission, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> recorded(submission, recorded);
            case Outcome refused -> throw problem(submission, refused).toException();
        };
    }

    /** What is wrong when nothing was recorded. */
    public static Problem problem(Submission submission, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded recorded -> throw new IllegalArgumentException("it was recorded");
            case Outcome.Rejected rejected -> rejected(rejected.violations());
            case Outcome.Stale stale -> stale(submission, stale.currentVersion());
            case Outcome.Unknown unknown -> Problem.of(ProblemType.UNKNOWN_AGGREGATE,
                    "Nothing is recorded under the id " + submission.aggregateId() + ".");
            case Outcome.AlreadyExists exists -> current(Problem.of(ProblemType.ALREADY_EXISTS,
                    "Something is recorded under the id " + submission.aggregateId() + " already."), exists.currentVersion());
            case Outcome.OutOfScope foreign -> Problem.of(ProblemType.OUT_OF_SCOPE,
                    "It belongs to " + foreign.agencyId() + ", and you act for "
                            + (submission.actor().agencyId() == null ? "none" : submission.actor().agencyId()) + ".");
            case Outcome.KeyReused reused -> Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "You used this key for a request with another address or body.");
        };
    }

    private ResponseEntity<byte[]> recorded(Submission submission, Outcome.Recorded recorded) {
        boolean creating = submission.type().creating();
        Answer answer = Answer.of(submission.aggregateId(), recorded.version(), recorded.events());
        ResponseEntity.BodyBuilder response = ResponseEntity.status(creating ? HttpStatus.CREATED : HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(IfMatch.tag(recorded.version()))
                .header(POSITION, Long.toString(recorded.position()))
                .header(HttpHeaders.LINK, recorded.events().stream().map(event -> receipt(event.position())).toArray(String[]::new));
        if (creating) {
            response.header(HttpHeaders.LOCATION,
                    readBase + submission.type().aggregate().path(submission.aggregateId()));
        }
        if (recorded.replayed()) {
            response.header(REPLAYED, "true");
        }
        return response.body(JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8));
    }

    /** Where the receipt of an event will be, as soon as the ledger has published it (RFC 8288). */
    private String receipt(long position) {
        return "<" + readBase + "/events/" + position + "/receipt>; rel=\"describedby\"";
    }

    private static Problem rejected(List<Violation> violations) {
        boolean conflict = violations.stream().anyMatch(violation -> violation.rule().conflict());
        Violation first = violations.getFirst();
        Problem problem = Problem.of(conflict ? ProblemType.STATE_CONFLICT : ProblemType.RULE_VIOLATED, first.detail())
                .with("rule", first.rule().code());
        List<LegalBasis> basis = legalBasis(violations);
        return (basis.isEmpty() ? problem : problem.with("legalBasis", basis))
                .withErrors(violations.stream().map(OutcomeTable::error).toList());
    }

    private static FieldError error(Violation violation) {
        return new FieldError(violation.field(), violation.rule().code(), violation.rule().article(), violation.detail(),
                violation.rule().statement(), List.of());
    }

    // Only legal preconditions rest on an article; an integrity rule is ours and binds under every rulebook.
    private static List<LegalBasis> legalBasis(List<Violation> violations) {
        return violations.stream()
                .filter(violation -> violation.rule().strength() == Strength.H2)
                .map(violation -> new LegalBasis(Rulebook.SEGOB_2017.id(), violation.rule().article()))
                .distinct()
                .toList();
    }

    private static Problem stale(Submission submission, long currentVersion) {
        return current(Problem.of(ProblemType.STALE_VERSION,
                "You have seen version " + submission.expectedVersion() + ", and the current version is " + currentVersion + "."),
                currentVersion);
    }

    private static Problem current(Problem problem, long version) {
        return problem.with("currentVersion", version).withHeader(HttpHeaders.ETAG, IfMatch.tag(version));
    }
}
