package mx.constancia.command.http.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.ProblemType;
import mx.constancia.decision.Rehearsal;
import mx.constancia.decision.RunDispatcher;
import mx.constancia.decision.RunDispatcher.Known;
import mx.constancia.decision.Submission;

/** Judges each line on the state that those before it would have made, and records nothing. */
final class DryRun implements Work {

    private final RunDispatcher dispatcher;
    private final Rehearsal rehearsal;
    private final Halt halt;
    private final boolean stopOnRefusal;
    private final Map<String, Known> accepted = new HashMap<>();

    DryRun(RunDispatcher dispatcher, Halt halt, boolean stopOnRefusal) {
        this.dispatcher = dispatcher;
        this.rehearsal = dispatcher.rehearse();
        this.halt = halt;
        this.stopOnRefusal = stopOnRefusal;
    }

    @Override
    public CompletableFuture<?> begin(List<Line> lines) {
        Work.recall(dispatcher, lines, halt);
        for (Line line : lines) {
            if (halt.isCalled()) {
                break;
            }
            if (line.isOpen()) {
                judge(line);
            }
            if (stopOnRefusal && line.isRefused()) {
                halt.because(Halt.Reason.REFUSED);
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    private void judge(Line line) {
        Submission submission = line.submission();
        Known before = accepted.get(submission.idempotencyKey());
        try {
            if (before != null) {
                line.isKnown(before);
                return;
            }
            Rehearsal.Verdict verdict = rehearsal.judge(submission);
            line.cameTo(verdict);
            if (verdict instanceof Rehearsal.Verdict.Accepted would) {
                accepted.put(submission.idempotencyKey(), new Known(submission.fingerprint(), would.version(), Known.NOWHERE));
            }
        } catch (Rehearsal.TooLongException e) {
            halt.because(Halt.Reason.FAILED);
            line.fail(Problem.of(ProblemType.DRY_RUN_TOO_LONG, ProblemType.DRY_RUN_TOO_LONG.explanation()));
        } catch (RuntimeException e) {
            Work.fail(List.of(line), e, halt);
        }
    }
}
