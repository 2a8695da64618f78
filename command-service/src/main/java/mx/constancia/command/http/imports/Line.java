package mx.constancia.command.http.imports;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import mx.constancia.command.http.OutcomeTable;
import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemWriter;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Rehearsal;
import mx.constancia.decision.RunDispatcher.Known;
import mx.constancia.decision.Submission;
import mx.constancia.events.EventCodec;

/** A line of an import on its way to its answer. Each thread that has it hands it on to the next. */
final class Line {

    /** The address of imports. */
    static final String IMPORTS = "/imports";

    /** Follows on the last line. */
    static final Line END = new Line(0, 0, "", null);

    private final long number;
    private final int length;
    private final String correlationId;
    private final @Nullable Submission submission;
    private @Nullable LineAnswer answer;

    private Line(long number, int length, String correlationId, @Nullable Submission submission) {
        this.number = number;
        this.length = length;
        this.correlationId = correlationId;
        this.submission = submission;
    }

    /** A line that holds a command. */
    static Line of(long number, int length, Submission submission) {
        return new Line(number, length, submission.correlationId(), submission);
    }

    /** A line that holds none; it has its answer. */
    static Line wrong(long number, int length, String correlationId, Problem problem) {
        Line line = new Line(number, length, correlationId, null);
        line.refuse(problem);
        return line;
    }

    int length() {
        return length;
    }

    /** The command; only of a line that has no answer yet. */
    Submission submission() {
        return Objects.requireNonNull(submission);
    }

    boolean isOpen() {
        return answer == null;
    }

    boolean isRefused() {
        return answer != null && answer.result() == LineResult.REFUSED;
    }

    /** Absent when the import ended before the line's turn. */
    @Nullable LineAnswer answer() {
        return answer;
    }

    void cameTo(Outcome outcome) {
        switch (outcome) {
            case Outcome.Recorded recorded -> answer = recorded.replayed()
                    ? LineAnswer.known(number, recorded.version(), recorded.position())
                    : LineAnswer.recorded(number, recorded.version(), recorded.position(),
                            EventCodec.decodeEnvelope(recorded.events().getFirst()).findings().size());
            case Outcome refused -> refuse(OutcomeTable.problem(submission(), refused));
        }
    }

    void cameTo(Rehearsal.Verdict verdict) {
        switch (verdict) {
            case Rehearsal.Verdict.Accepted accepted ->
                    answer = LineAnswer.accepted(number, accepted.version(), accepted.findings().size());
            case Rehearsal.Verdict.Refused refused -> cameTo(refused.outcome());
        }
    }

    /** Answers from what is known under the line's key. */
    void isKnown(Known known) {
        if (known.fingerprint().equals(submission().fingerprint())) {
            answer = LineAnswer.known(number, known.version(), known.position() == Known.NOWHERE ? null : Long.valueOf(known.position()));
        } else {
            cameTo(new Outcome.KeyReused());
        }
    }

    void refuse(Problem problem) {
        answer = LineAnswer.refused(number, ProblemWriter.members(problem, instance(), correlationId));
    }

    void fail(Problem problem) {
        answer = LineAnswer.failed(number, ProblemWriter.members(problem, instance(), correlationId));
    }

    private String instance() {
        return submission == null ? IMPORTS : submission.type().path(submission.aggregateId());
    }
}
