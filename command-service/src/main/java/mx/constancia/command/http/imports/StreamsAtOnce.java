package mx.constancia.command.http.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import mx.constancia.decision.AggregateKind;
import mx.constancia.decision.LogUnavailableException;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.RunDispatcher;

/**
 * Records: the lines of a stream in their order and several together, different streams at once. Agencies and mechanisms never
 * at once, because mechanisms are judged by their agencies.
 */
final class StreamsAtOnce implements Work {

    private final RunDispatcher dispatcher;
    private final Halt halt;
    private final Semaphore workers;
    private final int maxRun;
    private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
    private @Nullable AggregateKind kind;

    StreamsAtOnce(RunDispatcher dispatcher, Halt halt, int streamsAtOnce, int maxRun) {
        this.dispatcher = dispatcher;
        this.halt = halt;
        this.workers = new Semaphore(streamsAtOnce);
        this.maxRun = maxRun;
    }

    @Override
    public CompletableFuture<?> begin(List<Line> lines) {
        Work.recall(dispatcher, lines, halt);
        List<CompletableFuture<Void>> begun = new ArrayList<>();
        List<Line> ofOneKind = new ArrayList<>();
        for (Line line : lines) {
            if (line.isOpen()) {
                AggregateKind its = line.submission().type().aggregate();
                if (its != kind) {
                    begun.addAll(beginRuns(ofOneKind));
                    ofOneKind.clear();
                    CompletableFuture.allOf(last.values().toArray(CompletableFuture[]::new)).join();
                    kind = its;
                }
                ofOneKind.add(line);
            }
        }
        begun.addAll(beginRuns(ofOneKind));
        return CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new));
    }

    private List<CompletableFuture<Void>> beginRuns(List<Line> lines) {
        Map<String, Runs> byStream = new LinkedHashMap<>();
        lines.forEach(line -> byStream.computeIfAbsent(line.submission().streamId(), stream -> new Runs(maxRun)).add(line));
        List<CompletableFuture<Void>> begun = new ArrayList<>();
        byStream.forEach((stream, runs) -> runs.all().forEach(run -> begun.add(follow(stream, run))));
        return begun;
    }

    private CompletableFuture<Void> follow(String stream, List<Line> run) {
        CompletableFuture<Void> before = last.getOrDefault(stream, CompletableFuture.completedFuture(null));
        CompletableFuture<Void> mine = before.thenRunAsync(() -> work(run), task -> Thread.ofVirtual().name("import").start(task));
        last.put(stream, mine);
        mine.whenComplete((nothing, never) -> last.remove(stream, mine));
        return mine;
    }

    private void work(List<Line> run) {
        workers.acquireUninterruptibly();
        try {
            if (!halt.isCalled()) {
                record(run);
            }
        } finally {
            workers.release();
        }
    }

    private void record(List<Line> run) {
        try {
            List<Outcome> outcomes = dispatcher.dispatch(run.stream().map(Line::submission).toList());
            for (int i = 0; i < run.size(); i++) {
                run.get(i).cameTo(outcomes.get(i));
            }
        } catch (LogUnavailableException e) {
            Work.fail(run, e, halt);
        } catch (RuntimeException e) {
            if (run.size() == 1) {
                Work.fail(run, e, halt);
            } else {
                // Only the line that the service fails on fails; keys keep the others from being recorded twice.
                run.stream().takeWhile(line -> !halt.isCalled()).forEach(line -> record(List.of(line)));
            }
        }
    }
}
