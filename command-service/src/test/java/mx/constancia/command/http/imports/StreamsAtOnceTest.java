package mx.constancia.command.http.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import mx.constancia.command.http.Samples;
import mx.constancia.decision.LogUnavailableException;
import mx.constancia.decision.Outcome;
import mx.constancia.decision.Rehearsal;
import mx.constancia.decision.RunDispatcher;
import mx.constancia.decision.Submission;
import mx.constancia.events.Actor;
import mx.constancia.vocabulary.RecordMode;

/** Order and failures, with a dispatcher that refuses everything that it is not told to fail on. */
class StreamsAtOnceTest {

    private static final int MAX_RUN = 3;

    private final Halt halt = new Halt();
    private final Dispatcher dispatcher = new Dispatcher();
    private final Work work = new StreamsAtOnce(dispatcher, halt, 2, MAX_RUN);

    @Test
    void theLinesOfAStreamGoInTheirOrderAndSeveralTogether() {
        List<Line> lines = List.of(line(1, "a"), line(2, "b"), line(3, "a"), line(4, "a"), line(5, "a"), line(6, "b"));

        work.begin(lines.subList(0, 5)).join();
        work.begin(lines.subList(5, 6)).join();

        assertThat(dispatcher.runs).contains(List.of("1", "3", "4"), List.of("5"), List.of("2"), List.of("6"));
        assertThat(dispatcher.keysOf("a")).containsExactly("1", "3", "4", "5");
        assertThat(dispatcher.keysOf("b")).containsExactly("2", "6");
        assertThat(lines).allMatch(Line::isRefused);
    }

    @Test
    void aStreamWaitsForItsEarlierLinesAndNotForOthers() throws Exception {
        CompletableFuture<Void> held = new CompletableFuture<>();
        dispatcher.answers = run -> run.getFirst().idempotencyKey().equals("1") ? held.thenApply(go -> refuseAll(run)).join() : refuseAll(run);
        Line first = line(1, "a");
        Line second = line(2, "a");
        Line other = line(3, "b");

        CompletableFuture<?> ofA = work.begin(List.of(first));
        CompletableFuture<?> next = work.begin(List.of(second));
        work.begin(List.of(other)).get(10, TimeUnit.SECONDS);

        assertThat(other.isRefused()).isTrue();
        assertThat(next).isNotDone();
        held.complete(null);
        CompletableFuture.allOf(ofA, next).join();
        assertThat(dispatcher.keysOf("a")).containsExactly("1", "2");
    }

    @Test
    void aKeyNeverStandsTwiceInOneRun() {
        work.begin(List.of(line(1, "a"), line(2, "a", "1"), line(3, "a"))).join();

        assertThat(dispatcher.runs).containsExactly(List.of("1"), List.of("1", "3"));
    }

    @Test
    void afterTheLogFailedNoLaterLineIsTried() {
        dispatcher.answers = run -> {
            throw new LogUnavailableException("away", null);
        };
        List<Line> lines = List.of(line(1, "a"), line(2, "a"), line(3, "a"), line(4, "a"));

        work.begin(lines).join();

        assertThat(dispatcher.runs).containsExactly(List.of("1", "2", "3"));
        assertThat(lines.subList(0, 3)).extracting(line -> line.answer().result()).containsOnly(LineResult.FAILED);
        assertThat(lines.getLast().answer()).isNull();
        assertThat(halt.reason()).contains(Halt.Reason.FAILED);
    }

    @Test
    void onlyTheLineThatTheServiceFailsOnFails() {
        dispatcher.answers = run -> {
            if (run.stream().anyMatch(submission -> submission.idempotencyKey().equals("2"))) {
                throw new IllegalStateException("a fault");
            }
            return refuseAll(run);
        };
        List<Line> lines = List.of(line(1, "a"), line(2, "a"), line(3, "a"));

        work.begin(lines).join();

        assertThat(lines).extracting(line -> line.answer() == null ? null : line.answer().result())
                .containsExactly(LineResult.REFUSED, LineResult.FAILED, null);
    }

    @Test
    void linesThatAreKnownAreNotDispatched() {
        dispatcher.known.put("1", new RunDispatcher.Known("fingerprint", 7, 41));
        dispatcher.known.put("2", new RunDispatcher.Known("of another command", 7, 41));
        List<Line> lines = List.of(line(1, "a"), line(2, "a"), line(3, "a"));

        work.begin(lines).join();

        assertThat(dispatcher.runs).containsExactly(List.of("3"));
        assertThat(lines.getFirst().answer()).isEqualTo(LineAnswer.known(1, 7, 41L));
        assertThat(Objects.requireNonNull(lines.get(1).answer()).problem()).containsEntry("type", "/problems/idempotency-key-reused");
    }

    private static Line line(long number, String id) {
        return line(number, id, Long.toString(number));
    }

    private static Line line(long number, String id, String key) {
        return Line.of(number, 10, new Submission("command-" + number, Samples.BEGIN_SAMPLE, new Samples.BeginSample("x"), id,
                LocalDate.EPOCH, RecordMode.HISTORICAL, new Actor("u", "RESPONSIBLE_UNIT", "a"), null, List.of(), List.of(), null, null, null,
                key, "fingerprint", "correlation"));
    }

    private static List<Outcome> refuseAll(List<Submission> run) {
        return run.stream().<Outcome>map(submission -> new Outcome.Unknown()).toList();
    }

    private static final class Dispatcher implements RunDispatcher {

        private final List<List<String>> runs = Collections.synchronizedList(new ArrayList<>());
        private final Map<String, List<String>> byStream = new ConcurrentHashMap<>();
        private final Map<String, Known> known = new ConcurrentHashMap<>();
        private Function<List<Submission>, List<Outcome>> answers = StreamsAtOnceTest::refuseAll;

        @Override
        public List<Outcome> dispatch(List<Submission> run) {
            List<String> keys = run.stream().map(Submission::idempotencyKey).toList();
            runs.add(keys);
            List<Outcome> outcomes = answers.apply(run);
            byStream.computeIfAbsent(run.getFirst().aggregateId(), id -> new ArrayList<>()).addAll(keys);
            return outcomes;
        }

        private List<String> keysOf(String id) {
            return byStream.get(id);
        }

        @Override
        public Map<String, Known> known(String actorId, List<String> idempotencyKeys) {
            return known;
        }

        @Override
        public Rehearsal rehearse() {
            throw new UnsupportedOperationException();
        }
    }
}
