package mx.constancia.command.http.imports;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import mx.constancia.decision.RunDispatcher;

/** Records one line after the other, and nothing after the first that is refused. */
record LineByLine(RunDispatcher dispatcher, Halt halt) implements Work {

    @Override
    public CompletableFuture<?> begin(List<Line> lines) {
        Work.recall(dispatcher, lines, halt);
        for (Line line : lines) {
            if (halt.isCalled()) {
                break;
            }
            if (line.isOpen()) {
                record(line);
            }
            if (line.isRefused()) {
                halt.because(Halt.Reason.REFUSED);
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    private void record(Line line) {
        try {
            line.cameTo(dispatcher.dispatch(List.of(line.submission())).getFirst());
        } catch (RuntimeException e) {
            Work.fail(List.of(line), e, halt);
        }
    }
}
