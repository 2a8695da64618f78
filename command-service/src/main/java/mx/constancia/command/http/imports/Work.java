package mx.constancia.command.http.imports;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import mx.constancia.command.http.problem.Problem;
import mx.constancia.command.http.problem.Problems;
import mx.constancia.decision.RunDispatcher;
import mx.constancia.decision.RunDispatcher.Known;

/** A way to bring lines to their answers. Lines are given in order, by one thread. */
sealed interface Work permits StreamsAtOnce, LineByLine, DryRun {

    /** Begins with lines that follow on those before; completes when each has its answer, or will have none. */
    CompletableFuture<?> begin(List<Line> lines);

    /** Answers the lines that were recorded by an earlier sending. */
    static void recall(RunDispatcher dispatcher, List<Line> lines, Halt halt) {
        List<Line> open = lines.stream().filter(Line::isOpen).toList();
        if (open.isEmpty() || halt.isCalled()) {
            return;
        }
        try {
            Map<String, Known> known = dispatcher.known(open.getFirst().submission().actor().userId(),
                    open.stream().map(line -> line.submission().idempotencyKey()).toList());
            for (Line line : open) {
                Known before = known.get(line.submission().idempotencyKey());
                if (before != null) {
                    line.isKnown(before);
                }
            }
        } catch (RuntimeException e) {
            fail(open, e, halt);
        }
    }

    /** The service could not do its part: no later line may be recorded before these. */
    static void fail(List<Line> lines, RuntimeException reason, Halt halt) {
        halt.because(Halt.Reason.FAILED);
        Problem problem = Problems.of(reason);
        lines.stream().filter(Line::isOpen).forEach(line -> line.fail(problem));
    }
}
